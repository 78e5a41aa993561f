package io.weir.projector.intake;

/**
 * Tells the records asked for by the last seek from those that were fetched before it and are still
 * on their way. A consumer's offsets only rise; after a seek back, the first record that is not
 * beyond all seen before is of the new reading.
 */
final class Cursor {
  private long seen = -1;
  private boolean turning;

  /** The consumer was told to continue at an offset. */
  void sought(long offset) {
    turning = offset <= seen;
  }

  /** Whether records, from one offset to another, are of the reading that was asked for last. */
  boolean admits(long first, long last) {
    if (turning && first > seen) {
      return false;
    }
    turning = false;
    seen = last;
    return true;
  }
}
