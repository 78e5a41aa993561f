package io.weir.dataplane.exchange;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPromise;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.AbstractEventExecutor;
import io.netty.util.concurrent.DefaultPromise;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/**
 * An event loop on which nothing happens by itself: a test says when an alarm rings, in time or
 * not. One thread.
 */
final class ManualLoop extends AbstractEventExecutor implements EventLoop {
  private final List<Alarm> alarms = new ArrayList<>();
  private final List<Runnable> tasks = new ArrayList<>();

  /** What was scheduled. */
  private final class Alarm extends DefaultPromise<Object> implements ScheduledFuture<Object> {
    private final Runnable task;
    private final long dueAt;

    Alarm(Runnable task, long delayNanos) {
      super(ManualLoop.this);
      this.task = task;
      dueAt = System.nanoTime() + delayNanos;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      alarms.remove(this);
      return super.cancel(mayInterruptIfRunning);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(dueAt - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  /** How many alarms have not rung, and tasks not run. */
  int waiting() {
    return alarms.size() + tasks.size();
  }

  /** Runs the task or rings the alarm of this number, below {@link #waiting}. */
  void run(int number) {
    if (number < tasks.size()) {
      tasks.remove(number).run();
    } else {
      Alarm alarm = alarms.remove(number - tasks.size());
      alarm.task.run();
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    Alarm alarm = new Alarm(task, unit.toNanos(delay));
    alarms.add(alarm);
    return alarm;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public boolean inEventLoop(Thread thread) {
    return true;
  }

  @Override
  public EventLoopGroup parent() {
    return this;
  }

  @Override
  public EventLoop next() {
    return this;
  }

  @Override
  public ChannelFuture register(Channel channel) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ChannelFuture register(ChannelPromise promise) {
    throw new UnsupportedOperationException();
  }

  @Override
  @Deprecated
  public ChannelFuture register(Channel channel, ChannelPromise promise) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isShuttingDown() {
    return false;
  }

  @Override
  public boolean isShutdown() {
    return false;
  }

  @Override
  public boolean isTerminated() {
    return false;
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) {
    return false;
  }

  @Override
  public Future<?> shutdownGracefully(long quietPeriod, long timeout, TimeUnit unit) {
    return terminationFuture();
  }

  @Override
  public Future<?> terminationFuture() {
    return newPromise();
  }

  @Override
  @Deprecated
  public void shutdown() {
    // it holds nothing
  }
}
