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
 * Deletes refused attempts that are older than {@value #SETTING} says, and of those that became no
 * command what is more than {@value #MOST}: some rows a statement, and the next a second later as
 * long as there are more. What was accepted is the ledger and stays.
 */
@ApplicationScoped
public class AttemptRetention {
  static final String SETTING = "weir.attempts.kept";

  private static final Logger LOG = Logger.getLogger(AttemptRetention.class);
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

  private final Pool pool;
  private final Vertx vertx;
  private final Duration kept;

  /**
   * A retention.
   *
   * @throws IllegalArgumentException if the setting is less than an hour, which ends the start
   */
  AttemptRetention(
      Pool pool, Vertx vertx, @ConfigProperty(name = SETTING, defaultValue = "90d") Duration kept) {
    if (kept.compareTo(LEAST) < 0) {
      throw new IllegalArgumentException(
          SETTING + " is " + kept + ", attempts are kept for at least " + LEAST);
    }
    this.pool = pool;
    this.vertx = vertx;
    this.kept = kept;
  }

  void start(@Observes StartupEvent started) {
    vertx.setTimer(FIRST_MILLIS, _ -> delete());
    vertx.setPeriodic(EVERY_MILLIS, _ -> delete());
  }

  /** Deletes what is too old or too much. */
  public void delete() {
    Tuple age = Tuple.of((double) kept.toSeconds());
    DELETES.forEach(sql -> delete(sql, age));
    delete(DELETE_SURPLUS, Tuple.tuple());
  }

  private void delete(String sql, Tuple parameters) {
    pool.preparedQuery(sql)
        .execute(parameters)
        .subscribe()
        .with(
            deleted -> {
              if (deleted.rowCount() == ROWS) {
                vertx.setTimer(NEXT_MILLIS, _ -> delete(sql, parameters));
              }
            },
            e -> LOG.debugf("old attempts cannot be deleted: %s", e.getMessage()));
  }
}
