package io.weir.dataplane.balance;

import java.util.random.RandomGenerator;

/**
 * How long to wait before a request goes to a node it has been to: anything up to 25 ms, doubled
 * with each repetition up to 250 ms. The whole span is random ("full jitter"), so that requests
 * that failed together do not come back together. Going to another node needs no wait.
 */
public final class Backoff {
  /** The longest wait before the first repetition. */
  public static final long BASE_NANOS = 25_000_000;

  /** The longest wait of all. */
  public static final long CAP_NANOS = 250_000_000;

  private Backoff() {}

  /**
   * The wait in nanoseconds.
   *
   * @param repetition 1 before the node is tried for the second time, 2 before the third, ...
   */
  public static long nanos(int repetition, RandomGenerator random) {
    return random.nextLong(limit(repetition) + 1);
  }

  private static long limit(int repetition) {
    // 25 ms × 2^4 is beyond the cap already
    int doublings = Math.clamp(repetition - 1, 0, 4);
    return Math.min(CAP_NANOS, BASE_NANOS << doublings);
  }
}
