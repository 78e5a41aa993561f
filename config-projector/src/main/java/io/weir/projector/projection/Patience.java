package io.weir.projector.projection;

import io.weir.projector.store.CheckpointMovedException;
import io.weir.projector.store.DatabaseUnavailableException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Repeats work until PostgreSQL lets it be done: at once where another writer was in between, after
 * 50 ms to 2 s where the server is away. Only the end of the process ends it.
 */
public final class Patience {
  private static final Logger LOG = Logger.getLogger(Patience.class);
  private static final long FIRST_MS = 50;
  private static final long LONGEST_MS = 2_000;

  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * The result of {@code work}, once it neither finds PostgreSQL away nor its checkpoint moved.
   *
   * @throws CancellationException if {@link #end} is called before
   */
  public <T extends @Nullable Object> T untilDone(Supplier<T> work) {
    long pause = FIRST_MS;
    while (true) {
      try {
        T result = work.get();
        if (pause > FIRST_MS) {
          LOG.info("PostgreSQL is back");
        }
        return result;
      } catch (CheckpointMovedException e) {
        LOG.infof("%s; looking again", e.getMessage());
      } catch (DatabaseUnavailableException e) {
        LOG.warnf("%s; trying again in %d ms", e.getMessage(), pause);
        pause(pause);
        pause = Math.min(2 * pause, LONGEST_MS);
      }
      check();
    }
  }

  /**
   * Does nothing.
   *
   * @throws CancellationException once {@link #end} was called
   */
  public void check() {
    if (ended.getCount() == 0) {
      throw new CancellationException("the process is stopping");
    }
  }

  /**
   * Waits.
   *
   * @throws CancellationException if {@link #end} is called
   */
  public void pause(long millis) {
    try {
      if (ended.await(millis, TimeUnit.MILLISECONDS)) {
        throw new CancellationException("the process is stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  /** Ends all waiting, now and later. */
  public void end() {
    ended.countDown();
  }
}
