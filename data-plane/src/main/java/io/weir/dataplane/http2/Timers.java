package io.weir.dataplane.http2;

import io.netty.util.concurrent.EventExecutor;
import io.weir.dataplane.http.LazyTimer;
import java.util.ArrayDeque;

/**
 * The timers of a connection, which go from one request to the next with their alarms set: a
 * request that ends in time costs no work on the alarms of the event loop.
 */
final class Timers {
  private static final Runnable NOTHING = () -> {};

  private final EventExecutor loop;
  private final ArrayDeque<LazyTimer> spare = new ArrayDeque<>(4);
  private boolean closed;

  Timers(EventExecutor loop) {
    this.loop = loop;
  }

  LazyTimer take(Runnable task) {
    LazyTimer timer = spare.pollLast();
    return timer == null ? new LazyTimer(loop, task) : timer.task(task);
  }

  /** Nobody may use the timer any more. */
  void giveBack(LazyTimer timer) {
    if (closed) {
      timer.close();
    } else {
      spare.addLast(timer.task(NOTHING));
    }
  }

  void close() {
    closed = true;
    spare.forEach(LazyTimer::close);
    spare.clear();
  }
}
