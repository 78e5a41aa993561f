package io.weir.dataplane.forward;

import io.vertx.core.Vertx;

/**
 * The API's timeout of one request. It bounds the time to the head of a response, retries included.
 * While a body flows, in either direction, the clock starts over with every piece: a transfer may
 * be long, but never stand still. One event loop.
 */
final class Deadline {
  private final Vertx vertx;
  private final long timeoutNanos;
  private final Runnable whenPassed;
  private long from = System.nanoTime();
  private long timer;

  Deadline(Vertx vertx, int timeoutMillis, Runnable whenPassed) {
    this.vertx = vertx;
    this.timeoutNanos = timeoutMillis * 1_000_000L;
    this.whenPassed = whenPassed;
    arm(timeoutNanos);
  }

  private void arm(long nanos) {
    timer = vertx.setTimer(Math.max(1, (nanos + 999_999) / 1_000_000), _ -> check());
  }

  /** Only looks at the clock when the timer rings: a piece of a body costs no timer. */
  private void check() {
    long left = from + timeoutNanos - System.nanoTime();
    if (left > 0) {
      arm(left);
    } else {
      whenPassed.run();
    }
  }

  /** Starts over. */
  void progressed() {
    from = System.nanoTime();
  }

  void cancel() {
    vertx.cancelTimer(timer);
  }
}
