package io.weir.control.audit.stream;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.contracts.read.ReadView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Tells all streams when the read model has more: one query ten times a second, however many there
 * are, and none while there is none.
 */
@ApplicationScoped
class Feed {
  private static final Logger LOG = Logger.getLogger(Feed.class);
  private static final long LOOK_MILLIS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** How a wait ended. */
  enum Woken {
    MORE,
    NOTHING_YET,
    STOPPING
  }

  private record Waiter(
      long after, long deadline, Context context, UniEmitter<? super Woken> emitter) {
    void wake(Woken how) {
      context.runOnContext(_ -> emitter.complete(how));
    }
  }

  private final Pool pool;
  private final Vertx vertx;
  private final Queue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean stopping;

  Feed(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  /** A stream begins. */
  void opened() {
    open.incrementAndGet();
  }

  /** A stream has ended. */
  void closed() {
    open.decrementAndGet();
  }

  /** How many streams there are. */
  int open() {
    return open.get();
  }

  /** Waits until the read model knows of an event after a position, or so long. */
  Uni<Woken> after(long position, Duration patience) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              if (stopping) {
                emitter.complete(Woken.STOPPING);
                return;
              }
              long deadline = System.nanoTime() + patience.toNanos();
              var waiter = new Waiter(position, deadline, vertx.getOrCreateContext(), emitter);
              emitter.onTermination(() -> waiters.remove(waiter));
              waiters.add(waiter);
              start();
            });
  }

  private void start() {
    if (looking.compareAndSet(false, true)) {
      look();
    }
  }

  private void look() {
    pool.query("select coalesce(max(position), 0) from " + ReadView.CHECKPOINT)
        .execute()
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(rows -> rows.iterator().next().getLong(0))
        .subscribe()
        .with(
            this::settle,
            e -> {
              LOG.debugf("streams wait for the read model: %s", e.getMessage());
              settle(0);
            });
  }

  private void settle(long position) {
    long now = System.nanoTime();
    waiters.removeIf(
        waiter -> {
          if (stopping || position > waiter.after || now - waiter.deadline >= 0) {
            waiter.wake(
                stopping
                    ? Woken.STOPPING
                    : position > waiter.after ? Woken.MORE : Woken.NOTHING_YET);
            return true;
          }
          return false;
        });
    if (!waiters.isEmpty()) {
      vertx.setTimer(LOOK_MILLIS, _ -> look());
      return;
    }
    looking.set(false);
    // somebody may have come between the look and the rest
    if (!waiters.isEmpty()) {
      start();
    }
  }

  /** Ends all streams. */
  void stop(@Observes ShutdownEvent event) {
    stopping = true;
    waiters.removeIf(
        waiter -> {
          waiter.wake(Woken.STOPPING);
          return true;
        });
  }

  boolean isStopping() {
    return stopping;
  }
}
