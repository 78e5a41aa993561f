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
public final class LazyTimer {
  private final EventExecutor loop;
  private Runnable task;
  private @Nullable Alarm alarm;
  private long dueAt;
  private boolean armed;

  /** What the event loop keeps for a timer, or for the one that took it over. */
  private static final class Alarm implements Runnable {
    private final long at;
    private LazyTimer owner;
    private @Nullable ScheduledFuture<?> scheduled;

    Alarm(LazyTimer owner, long at) {
      this.owner = owner;
      this.at = at;
    }

    @Override
    public void run() {
      owner.ring();
    }

    void cancel() {
      if (scheduled != null) {
        scheduled.cancel(false);
      }
    }
  }

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

  /**
   * Another timer, stopped, that takes over the alarm of this one if this one is stopped. What is
   * done with one of the two from now on means nothing to the other.
   */
  public LazyTimer successor(Runnable whenDue) {
    LazyTimer next = new LazyTimer(loop, whenDue);
    Alarm set = alarm;
    if (set != null && !armed) {
      alarm = null;
      set.owner = next;
      next.alarm = set;
    }
    return next;
  }

  /** Sets it, whatever it was set to, to a {@link System#nanoTime()}. */
  public void at(long nanoTime) {
    armed = true;
    dueAt = nanoTime;
    Alarm set = alarm;
    if (set == null) {
      schedule(nanoTime);
    } else if (nanoTime - set.at < 0) {
      set.cancel();
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
    Alarm set = alarm;
    if (set != null) {
      set.cancel();
      alarm = null;
    }
  }

  private void schedule(long nanoTime) {
    Alarm set = new Alarm(this, nanoTime);
    alarm = set;
    set.scheduled = loop.schedule(set, nanoTime - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private void ring() {
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
