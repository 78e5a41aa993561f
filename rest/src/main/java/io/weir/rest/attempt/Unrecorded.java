package io.weir.rest.attempt;

/**
 * How many attempts there were of which nothing else is kept. That is written down at most once a
 * minute, for a flood may last as long as it likes. Not thread-safe.
 */
final class Unrecorded {
  private static final long EVERY_NANOS = 60_000_000_000L;

  private long waiting;
  private long ever;
  private long toldAt;
  private boolean told;

  /** One more. */
  void add() {
    waiting++;
    ever++;
  }

  /** Those that were taken wait again. */
  void giveBack(long taken) {
    waiting += taken;
    if (taken > 0) {
      told = false;
    }
  }

  /**
   * Takes all that wait to be written down; 0 if it is too early for that.
   *
   * @param nanos what {@link System#nanoTime} says
   */
  long take(long nanos) {
    return waiting == 0 || told && nanos - toldAt < EVERY_NANOS ? 0 : takeAll(nanos);
  }

  /** Takes all that wait, for there will be no other time. */
  long takeAll(long nanos) {
    long taken = waiting;
    waiting = 0;
    told = true;
    toldAt = nanos;
    return taken;
  }

  /** How many there were since the start. */
  long ever() {
    return ever;
  }
}
