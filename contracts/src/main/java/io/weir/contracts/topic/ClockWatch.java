package io.weir.contracts.topic;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Notices that the wall clock was put back. Kafka's clients reckon by it when to connect again and
 * how long to wait: what one of them began before is not given up until the clock is there again,
 * an hour later if it was put back by an hour, and nothing but another client helps.
 */
public final class ClockWatch implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(ClockWatch.class.getName());

  /** What is not worth a new client: the old one goes on by itself as soon. */
  static final Duration TOLERATED = Duration.ofSeconds(10);

  private static final long EVERY_MILLIS = 1_000;

  private final LongSupplier wall;
  private final LongSupplier steady;
  private final CountDownLatch closed = new CountDownLatch(1);
  private long ahead;

  private ClockWatch() {
    this(System::currentTimeMillis, () -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
  }

  /**
   * A watch that looks when it is asked to.
   *
   * @param wall milliseconds by a clock that can be put back
   * @param steady milliseconds by one that cannot
   */
  ClockWatch(LongSupplier wall, LongSupplier steady) {
    this.wall = wall;
    this.steady = steady;
    ahead = wall.getAsLong() - steady.getAsLong();
  }

  /**
   * Looks once a second, on a thread of its own.
   *
   * @param putBack called with by how much, on that thread
   */
  public static ClockWatch start(Consumer<Duration> putBack) {
    var watch = new ClockWatch();
    Thread.ofPlatform().daemon().name("clock-watch").start(() -> watch.run(putBack));
    return watch;
  }

  private void run(Consumer<Duration> putBack) {
    try {
      while (!closed.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          look().ifPresent(putBack);
        } catch (RuntimeException e) {
          LOG.log(System.Logger.Level.ERROR, "not everything was done about a clock put back", e);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** By how much the clock was put back since the last look, if that matters. */
  Optional<Duration> look() {
    long now = wall.getAsLong() - steady.getAsLong();
    Duration back = Duration.ofMillis(ahead - now);
    ahead = now;
    return back.compareTo(TOLERATED) > 0 ? Optional.of(back) : Optional.empty();
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
