package io.weir.standalone.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits for what nothing tells of, by looking again every 20 ms. */
public final class Wait {

  private static final int LOOK_EVERY_MILLIS = 20;

  /** What is waited for; fails with E, which ends the waiting. */
  @FunctionalInterface
  public interface Condition<E extends Exception> {
    boolean holds() throws E, InterruptedException;
  }

  private Wait() {}

  /** Waits until a condition holds, for so long at most; false if it never did. */
  public static <E extends Exception> boolean until(Duration limit, Condition<E> condition)
      throws E, InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.holds()) {
      if (System.nanoTime() >= end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
    return true;
  }
}
