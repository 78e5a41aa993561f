package io.weir.rest.attempt;

import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Deletes refused attempts that are older than {@value #ATTEMPTS} says, and of those that became no
 * command what is more than {@value #MOST}; of accepted commands it forgets the Idempotency-Key and
 * its answer after the time in {@value #KEYS}. Some rows a statement, and the next a second later
 * as long as there are more. What was accepted is the ledger and stays.
 */
@ApplicationScoped
public class Retention {
  static final String ATTEMPTS = "weir.attempts.kept";
  static final String KEYS = "weir.idempotency.kept";

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final Duration LEAST = Duration.ofHours(1);
  private static final long EVERY_MILLIS = 600_000;
  private static final long FIRST_MILLIS = 60_000;
  private static final long NEXT_MILLIS = 1_000;
  private static final int ROWS = 5_000;
  private static final int MOST = 100_000;

  /** Others may be deleting the same: each takes what nobody else does. */
  private static final String DELETE =
      """
      delete from %1$s where ctid = any(array(
        select ctid from %1$s where at < now() - make_interval(secs => $1) %2$s
        order by at, id limit %3$d for update skip locked))\
      """;

  private static final List<String> DELETES =
      List.of(
          DELETE.formatted("ledger.attempt", "", ROWS),
          DELETE.formatted("ledger.command", "and outcome = 'refused'", ROWS));

  /** First what nobody is known for. Processes that do this at the same time may delete more. */
  private static final String DELETE_SURPLUS =
      """
      delete from ledger.attempt where ctid = any(array(
        select ctid from ledger.attempt order by actor is not null, at, id
        limit (select least(greatest(count(*) - %d, 0), %d) from ledger.attempt)
        for update skip locked))\
      """
          .formatted(MOST, ROWS);

  /** Then it may name another request. */
  private static final String FORGET_KEYS =
      """
      update ledger.command set scope = null, idempotency_key = null, request_hash = null, answer = null
      where ctid = any(array(
        select ctid from ledger.command
        where at < now() - make_interval(secs => $1) and outcome = 'committed' and idempotency_key is not null
        order by at limit %d for update skip locked))\
      """
          .formatted(ROWS);

  private final Pool pool;
  private final Vertx vertx;
  private final Duration attempts;
  private final Duration keys;

  /**
   * A retention.
   *
   * @throws IllegalArgumentException if a setting is less than an hour, which ends the start
   */
  Retention(
      Pool pool,
      Vertx vertx,
      @ConfigProperty(name = ATTEMPTS, defaultValue = "90d") Duration attempts,
      @ConfigProperty(name = KEYS, defaultValue = "7d") Duration keys) {
    this.pool = pool;
    this.vertx = vertx;
    this.attempts = atLeast(ATTEMPTS, attempts);
    this.keys = atLeast(KEYS, keys);
  }

  private static Duration atLeast(String setting, Duration kept) {
    if (kept.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          "%s is %s, and has to be at least %s".formatted(setting, kept, LEAST));
    }
    return kept;
  }

  void start(@Observes StartupEvent started) {
    vertx.setTimer(FIRST_MILLIS, _ -> enforce());
    vertx.setPeriodic(EVERY_MILLIS, _ -> enforce());
  }

  /** Deletes and forgets what is too old or too much. */
  public void enforce() {
    Tuple age = Tuple.of((double) attempts.toSeconds());
    DELETES.forEach(sql -> repeat(sql, age));
    repeat(DELETE_SURPLUS, Tuple.tuple());
    repeat(FORGET_KEYS, Tuple.of((double) keys.toSeconds()));
  }

  private void repeat(String sql, Tuple parameters) {
    pool.preparedQuery(sql)
        .execute(parameters)
        .subscribe()
        .with(
            changed -> {
              if (changed.rowCount() == ROWS) {
                vertx.setTimer(NEXT_MILLIS, _ -> repeat(sql, parameters));
              }
            },
            e -> LOG.debugf("what is too old cannot be deleted: %s", e.getMessage()));
  }
}
