package io.weir.rest;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.contracts.read.ReadView;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Waits for the read model to reach a position. However many requests wait, one query at a time
 * looks, and none when nobody waits: polling every few milliseconds needs no second connection, as
 * LISTEN would, and cannot miss a hint.
 */
@ApplicationScoped
public class Positions {
  private static final long POLL_MILLIS = 5;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Vertx vertx;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean polling = new AtomicBoolean();

  Positions(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** A request, the context it continues on, and the {@link System#nanoTime} it gives up at. */
  private record Waiter(
      Freshness freshness, long deadline, Context context, UniEmitter<? super Long> emitter) {
    void reached(long position) {
      context.runOnContext(ignored -> emitter.complete(position));
    }

    void fail(Throwable e) {
      context.runOnContext(ignored -> emitter.fail(e));
    }
  }

  /**
   * The read model's position once it is fresh enough; fails with 503 POSITION_NOT_REACHED after
   * the wait.
   */
  Uni<Long> await(Freshness freshness) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              long deadline =
                  System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(freshness.waitMillis());
              waiters.add(new Waiter(freshness, deadline, vertx.getOrCreateContext(), emitter));
              start();
            });
  }

  private void start() {
    if (polling.compareAndSet(false, true)) {
      poll();
    }
  }

  private void poll() {
    pool.query("select coalesce(max(position), 0) from " + ReadView.CHECKPOINT)
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> rows.iterator().next().getLong(0))
        .subscribe()
        .with(this::settle, this::fail);
  }

  private void settle(long position) {
    long now = System.nanoTime();
    waiters.removeIf(
        waiter -> {
          if (position >= waiter.freshness.position()) {
            waiter.reached(position);
            return true;
          }
          if (now - waiter.deadline >= 0) {
            waiter.fail(waiter.freshness.notReached(position));
            return true;
          }
          return false;
        });
    continueOrRest();
  }

  private void fail(Throwable e) {
    waiters.removeIf(
        waiter -> {
          waiter.fail(e);
          return true;
        });
    continueOrRest();
  }

  private void continueOrRest() {
    if (!waiters.isEmpty()) {
      vertx.setTimer(POLL_MILLIS, ignored -> poll());
      return;
    }
    polling.set(false);
    // somebody may have come between the look and the rest
    if (!waiters.isEmpty()) {
      start();
    }
  }
}
