package io.weir.dataplane.http;

import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A timer that is nearly always stopped or moved before it rings, and made for that: moving it
 * later or stopping it only writes a field, and the alarm under it, when it rings, looks whether it
 * is time. One event loop.
 */
public final class LazyTimer implements Runnable {
  private final EventExecutor loop;
  private Runnable task;
  private @Nullable ScheduledFuture<?> alarm;
  private long alarmAt;
  private long dueAt;
  private boolean armed;

  /** A timer that is stopped. */
  public LazyTimer(EventExecutor loop, Runnable task) {
    this.loop = loop;
    this.task = task;
  }

  /** Stops it and says what it does next time. */
  public LazyTimer task(Runnable next) {
    armed = false;
    task = next;
    return this;
  }

  /** Sets it, whatever it was set to, to a {@link System#nanoTime()}. */
  public void at(long nanoTime) {
    armed = true;
    dueAt = nanoTime;
    ScheduledFuture<?> set = alarm;
    if (set == null) {
      schedule(nanoTime);
    } else if (nanoTime - alarmAt < 0) {
      set.cancel(false);
      schedule(nanoTime);
    }
  }

  /** Sets it to so many milliseconds from now. */
  public void inMillis(long millis) {
    at(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** Stops it; it can be set again. */
  public void stop() {
    armed = false;
  }

  /** Stops it for good and lets go of the alarm. */
  public void close() {
    armed = false;
    ScheduledFuture<?> set = alarm;
    if (set != null) {
      set.cancel(false);
      alarm = null;
    }
  }

  private void schedule(long nanoTime) {
    alarmAt = nanoTime;
    alarm = loop.schedule(this, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  /** The alarm; for the event loop only. */
  @Override
  public void run() {
    alarm = null;
    if (!armed) {
      return;
    }
    if (dueAt - System.nanoTime() > 0) {
      schedule(dueAt);
    } else {
      armed = false;
      task.run();
    }
  }
}
