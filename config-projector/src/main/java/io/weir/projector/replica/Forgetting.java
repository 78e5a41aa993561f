package io.weir.projector.replica;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Forgets replicas that nothing was heard of for long: one that is killed cannot say that it goes,
 * and where each has a name of its own, as pods do, they would become ever more.
 */
@ApplicationScoped
public class Forgetting {
  private static final Logger LOG = Logger.getLogger(Forgetting.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static final String FORGET =
      "delete from projector.replica where last_seen_at < clock_timestamp() - make_interval(secs =>"
          + " $1::float8)";

  private final Pool pool;
  private final Duration kept;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("replica-forgetting").daemon().factory());

  Forgetting(Pool pool, @ConfigProperty(name = "weir.replicas.kept") Duration kept) {
    this.pool = pool;
    this.kept = kept;
  }

  /** For how long one is remembered. */
  double seconds() {
    return kept.toMillis() / 1e3;
  }

  /** Begins; returns at once. */
  public void start() {
    thread.scheduleWithFixedDelay(
        this::forget, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Ends. */
  public void stop() {
    thread.shutdownNow();
  }

  private void forget() {
    try {
      int gone =
          pool.preparedQuery(FORGET).execute(Tuple.of(seconds())).await().atMost(LIMIT).rowCount();
      if (gone > 0) {
        LOG.infof("%d replicas were not heard of for %s and are forgotten", gone, kept);
      }
    } catch (RuntimeException | Error e) {
      LOG.debugf(e, "Replicas are not forgotten now");
    }
  }
}
