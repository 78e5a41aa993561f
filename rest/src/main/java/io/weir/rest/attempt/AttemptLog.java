package io.weir.rest.attempt;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Writes attempts down, a statement a second at most, behind the back of those who made them. What
 * is more than {@link Allowances} allow or waits too long for the database is counted instead: in
 * the table, and as {@code weir_attempts_unrecorded_total}.
 */
@ApplicationScoped
public class AttemptLog {
  private static final Logger LOG = Logger.getLogger(AttemptLog.class);
  private static final int WAITING = 1_000;
  private static final long EVERY_MILLIS = 1_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LAST_WORDS = Duration.ofSeconds(2);

  private final Pool pool;
  private final Vertx vertx;
  private final Deque<RefusedWrite> waiting = new ArrayDeque<>();
  private final Allowances allowances = new Allowances();
  private final AtomicBoolean writing = new AtomicBoolean();
  private final Unrecorded unrecorded = new Unrecorded();

  AttemptLog(Pool pool, Vertx vertx) {
    this.pool = pool;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent started, Instance<MeterRegistry> registries) {
    for (MeterRegistry registry : registries) {
      FunctionCounter.builder("weir.attempts.unrecorded", this, AttemptLog::unrecordedEver)
          .description("Refused writes of which nothing is kept but their number")
          .register(registry);
    }
    vertx.setPeriodic(EVERY_MILLIS, _ -> flush());
  }

  /** Takes an attempt; never waits. */
  public synchronized void add(RefusedWrite attempt) {
    if (waiting.size() < WAITING && allowances.take(attempt, System.nanoTime())) {
      waiting.add(attempt);
    } else {
      unrecorded.add();
    }
  }

  private synchronized double unrecordedEver() {
    return unrecorded.ever();
  }

  private record Batch(List<RefusedWrite> attempts, long unrecorded) {
    boolean isEmpty() {
      return attempts.isEmpty() && unrecorded == 0;
    }
  }

  private synchronized Batch take(boolean last) {
    long now = System.nanoTime();
    long untold = last ? unrecorded.takeAll(now) : unrecorded.take(now);
    Batch batch = new Batch(new ArrayList<>(waiting), untold);
    waiting.clear();
    return batch;
  }

  private synchronized void giveBack(Batch batch) {
    unrecorded.giveBack(batch.unrecorded);
    for (RefusedWrite attempt : batch.attempts.reversed()) {
      if (waiting.size() < WAITING) {
        waiting.addFirst(attempt);
      } else {
        unrecorded.add();
      }
    }
  }

  private void flush() {
    if (writing.compareAndSet(false, true)) {
      write(false).subscribe().with(_ -> writing.set(false), _ -> writing.set(false));
    }
  }

  private Uni<Void> write(boolean last) {
    Batch batch = take(last);
    if (batch.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    String rows = AttemptRows.json(batch.attempts, batch.unrecorded, Instant.now());
    return pool.preparedQuery(AttemptRows.INSERT)
        .execute(Tuple.of(rows))
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .replaceWithVoid()
        .onFailure()
        .invoke(
            e -> {
              LOG.debugf("attempts cannot be written: %s", e.getMessage());
              giveBack(batch);
            });
  }

  void stop(@Observes ShutdownEvent stopping) {
    write(true).onFailure().recoverWithNull().await().atMost(LAST_WORDS.plus(PATIENCE));
  }
}
