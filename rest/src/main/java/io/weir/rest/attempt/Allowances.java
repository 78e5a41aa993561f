package io.weir.rest.attempt;

/**
 * How much may be written down of those that are known here, and how much of everybody else:
 * whoever only reaches the port must not be able to fill the database. Not thread-safe.
 */
final class Allowances {
  private static final int KNOWN_BURST = 50;
  private static final double KNOWN_PER_SECOND = 5;
  private static final int UNKNOWN_BURST = 20;
  private static final double UNKNOWN_PER_SECOND = 0.1;

  private final Allowance known = new Allowance(KNOWN_BURST, KNOWN_PER_SECOND);
  private final Allowance unknown = new Allowance(UNKNOWN_BURST, UNKNOWN_PER_SECOND);

  /**
   * Takes one for an attempt, unless there is none.
   *
   * @param nanos what {@link System#nanoTime} says
   */
  boolean take(RefusedWrite attempt, long nanos) {
    Allowance allowance = attempt.known() ? known : unknown;
    return allowance.take(String.valueOf(attempt.sourceAddress()), nanos);
  }
}
