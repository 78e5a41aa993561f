package io.weir.dataplane.exchange;

import io.weir.dataplane.http.LazyTimer;
import java.util.concurrent.TimeUnit;

/**
 * The API's timeout of one request. It bounds the time to the head of the response that goes to the
 * client, all attempts and interim responses included. While a body moves, in either direction, the
 * clock starts over: a transfer may be slow, but never stand still. Within it, the time of one
 * attempt. One event loop.
 */
final class Deadline {
  /**
   * How many bytes the slower side has to take within one timeout for a transfer to count as slow
   * and not as standing still: far below the slowest line there is, well above the trickle of a
   * client that only wants to keep the connection.
   */
  static final long SLOWEST_BYTES = 1_024;

  /**
   * Of the request's time, what its first attempt may use if none is set: leaves room for another.
   */
  private static final double SHARE_OF_FIRST = 2 / 3d;

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
  private long taken;

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

  /**
   * An attempt begins.
   *
   * @param attemptTimeoutMillis as long as it may take, 0 if that is not said
   * @param first whether it is the first one and others may follow; then, unless said otherwise, it
   *     may not use up the time of all
   */
  void ofAttempt(int attemptTimeoutMillis, long now, boolean first) {
    attemptNanos = TimeUnit.MILLISECONDS.toNanos(attemptTimeoutMillis);
    if (attemptNanos == 0 && first) {
      attemptNanos = (long) (timeoutNanos * SHARE_OF_FIRST);
    }
    attemptDueAt = now + attemptNanos;
    if (attemptNanos > 0) {
      arm();
    }
  }

  /** The attempt may take as long as the request from now on. */
  void attemptIsUnbounded() {
    attemptNanos = 0;
    arm();
  }

  /** The client takes more again: whoever was held back for it has all of the time from now on. */
  void resumed() {
    progressed();
  }

  /**
   * What was sent so far to the receiver of the body that moves from now on.
   *
   * @param taken what the receiver has taken of everything, in bytes
   */
  void watch(long taken) {
    this.taken = taken;
  }

  /** A piece of a body came. */
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
   * Says, when the timer rings, what has passed, and sets it anew unless it is the request's time.
   *
   * @param behind whether a body waits for its receiver to take it: then the clock starts over if
   *     that took enough since the last time
   * @param takenNow what the receiver has taken so far, in bytes
   * @param clientIsSlow whether it is the client that is waited for, which is no attempt's fault
   */
  Passed check(boolean behind, long takenNow, boolean clientIsSlow) {
    long now = System.nanoTime();
    boolean moved = behind && takenNow - taken >= SLOWEST_BYTES;
    if (moved) {
      taken = takenNow;
      progressed();
    } else if (dueAt - now <= 0) {
      return Passed.REQUEST;
    }
    if (attemptNanos > 0 && attemptDueAt - now <= 0) {
      if (!moved && !clientIsSlow) {
        attemptIsUnbounded();
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
