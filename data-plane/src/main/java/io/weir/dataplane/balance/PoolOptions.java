package io.weir.dataplane.balance;

import java.util.function.LongSupplier;

/**
 * What all upstreams of a process have in common.
 *
 * @param loops how many event loops pick, at least 1
 * @param retryFraction how many retries may be under way for each request that is not one, 0 to 1
 * @param retryMinimum how many retries may be under way however few requests there are, at least 0
 * @param nanos the time, as {@link System#nanoTime()} tells it
 */
public record PoolOptions(int loops, double retryFraction, int retryMinimum, LongSupplier nanos) {
  public PoolOptions {
    if (loops < 1 || !(retryFraction >= 0 && retryFraction <= 1) || retryMinimum < 0) {
      throw new IllegalArgumentException(
          "%d loops, %s, %d".formatted(loops, retryFraction, retryMinimum));
    }
  }

  /** The defaults for so many event loops: one retry for five requests, at least 3. */
  public static PoolOptions of(int loops) {
    return new PoolOptions(
        loops, RetryBudget.DEFAULT_FRACTION, RetryBudget.DEFAULT_MINIMUM, System::nanoTime);
  }
}
