package io.weir.dataplane.forward;

import io.weir.dataplane.http.LazyTimer;
import java.util.concurrent.TimeUnit;

/**
 * The API's timeout of one request. It bounds the time to the head of a response, retries included.
 * While a body flows, in either direction, the clock starts over with every piece: a transfer may
 * be long, but never stand still. Within it, the time of one attempt. One event loop.
 */
final class Deadline {
  /** What has passed. */
  enum Passed {
    NOT_YET,
    ATTEMPT,
    REQUEST
  }

  private final LazyTimer timer;
  private long timeoutNanos;
  private long dueAt;
  private long attemptNanos;
  private long attemptDueAt;
  private long from;

  /** A deadline that never comes until {@link #of} says when. */
  Deadline(LazyTimer timer, long now) {
    this.timer = timer;
    from = now;
  }

  /** Starts, or starts over with another timeout. */
  void of(int timeoutMillis) {
    timeoutNanos = TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    dueAt = from + timeoutNanos;
    arm();
  }

  /** An attempt begins, 0 for one that may take as long as the request. */
  void ofAttempt(int attemptTimeoutMillis, long now) {
    attemptNanos = TimeUnit.MILLISECONDS.toNanos(attemptTimeoutMillis);
    attemptDueAt = now + attemptNanos;
    if (attemptNanos > 0) {
      arm();
    }
  }

  /** A response goes to the client: the time of the attempt is over, stillness is bounded. */
  void attemptAnswered() {
    attemptNanos = 0;
    arm();
  }

  /** A piece of a body moved. */
  void progressed() {
    if (timeoutNanos > 0) {
      from = System.nanoTime();
      dueAt = from + timeoutNanos;
    }
  }

  private void arm() {
    timer.at(attemptNanos > 0 && attemptDueAt - dueAt < 0 ? attemptDueAt : dueAt);
  }

  /**
   * Says, when the timer rings, what has passed, and otherwise sets it anew.
   *
   * @param clientIsSlow whether it is the client that is waited for, which is no attempt's fault
   */
  Passed check(boolean clientIsSlow) {
    long now = System.nanoTime();
    if (dueAt - now <= 0) {
      return Passed.REQUEST;
    }
    if (attemptNanos > 0 && attemptDueAt - now <= 0) {
      if (!clientIsSlow) {
        return Passed.ATTEMPT;
      }
      attemptDueAt = now + attemptNanos;
    }
    arm();
    return Passed.NOT_YET;
  }

  void stop() {
    timer.stop();
  }
}
