package io.weir.ledger.quarkus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Decision;
import io.weir.ledger.Ledger;
import io.weir.ledger.LedgerBusyException;
import io.weir.ledger.LedgerOptions;
import io.weir.ledger.LedgerUnavailableException;
import io.weir.ledger.Outcome;
import io.weir.testing.QuarkusBackends;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a service's connections do when processes hang and databases change their roles. */
@QuarkusTest
@QuarkusTestResource(QuarkusBackends.class)
@Tag("slow")
class PoolTest {
  private static final Duration WAIT = Duration.ofSeconds(60);
  private static final CommandContext CONTEXT =
      new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "trace", null);

  /** As many as the pool of a service has by default. */
  private static final int CONNECTIONS = 20;

  @Inject Ledger ledger;
  @Inject Pool pool;
  @Inject Mutiny.SessionFactory sessions;
  @Inject Vertx vertx;

  @Inject
  @DataSource("proofs")
  javax.sql.DataSource proofs;

  @ConfigProperty(name = "quarkus.datasource.jdbc.url")
  String url;

  @ConfigProperty(name = "quarkus.datasource.username")
  String user;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @ConfigProperty(name = "weir.postgres.database")
  String database;

  /** The server ends what hangs, as on every other connection. */
  @ParameterizedTest
  @CsvSource({
    "statement_timeout, 30s",
    "lock_timeout, 10s",
    "idle_in_transaction_session_timeout, 10s"
  })
  void proofsAreReadOnConnectionsThatHoldNothingForLong(String setting, String value)
      throws SQLException {
    try (var connection = proofs.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("show " + setting)) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo(value);
    }
  }

  private static <T> T get(Uni<T> uni) {
    return uni.await().atMost(WAIT);
  }

  private Outcome write() {
    var created = EventMother.vpc("v" + UUID.randomUUID().toString().substring(0, 8));
    Command command =
        new Command() {
          @Override
          public String name() {
            return "create-vpc";
          }

          @Override
          public Decision decide(GatewayImage image) {
            return Decision.accept(created);
          }
        };
    return get(ledger.append(command, CONTEXT, _ -> new Answer(201, null, Map.of())));
  }

  /** Fills the pool with connections of the present, and gives them all back. */
  private void fillPool() {
    List<SqlConnection> all =
        IntStream.range(0, CONNECTIONS).mapToObj(_ -> get(pool.getConnection())).toList();
    all.forEach(connection -> get(connection.close()));
  }

  /** Its own last: one that may still write would be as good as the old database. */
  private void endAllConnections() {
    assertThat(
            catchThrowable(
                () ->
                    execute(
                        "select pg_terminate_backend(pid) from (select pid from pg_stat_activity"
                            + " where datname = current_database() and backend_type = 'client"
                            + " backend' order by pid = pg_backend_pid()) pids")))
        .as("the answer does not outlive the connection")
        .isNotNull();
  }

  private void execute(String sql) {
    get(pool.query(sql).execute());
  }

  @Test
  void aWriterThatHangsInItsTransactionStopsTheOthersForSecondsOnly() {
    SqlConnection hanging = get(pool.getConnection());
    get(hanging.begin());
    get(hanging.query("select * from ledger.ledger_head for update").execute());

    assertThat(catchThrowable(this::write)).isInstanceOf(LedgerBusyException.class);

    await()
        .atMost(WAIT)
        .ignoreException(LedgerBusyException.class)
        .until(() -> write() instanceof Outcome.Committed);
    hanging.closeAndForget();
  }

  @Test
  void afterAFailoverWritesWorkAgainAlthoughThePoolIsFullOfReadOnlyConnections() {
    write();
    execute("alter database " + database + " set default_transaction_read_only = on");
    endAllConnections();
    await()
        .atMost(WAIT)
        .ignoreExceptions()
        .untilAsserted(
            () -> {
              fillPool();
              assertThat(catchThrowable(this::write))
                  .isInstanceOf(LedgerUnavailableException.class)
                  .hasMessageContaining("takes no changes");
            });
    fillPool();

    execute(
        "set transaction_read_only = off; alter database %s reset default_transaction_read_only"
            .formatted(database));

    int refused = 0;
    while (catchThrowable(this::write) instanceof LedgerUnavailableException) {
      refused++;
    }
    assertThat(refused).isLessThan(CONNECTIONS / 2);
    assertThat(write()).isInstanceOf(Outcome.Committed.class);

    // those that nobody has used since must not meet the other tests
    endAllConnections();
    await()
        .atMost(WAIT)
        .ignoreExceptions()
        .until(
            () -> {
              fillPool();
              return write() instanceof Outcome.Committed;
            });
  }

  @Test
  void theRelaysOwnConnectionIsAsImpatientAsThoseOfThePool() throws SQLException {
    try (var connection = RelayBean.database(url, user, password).getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                """
                select current_setting('statement_timeout'), current_setting('lock_timeout'),
                  current_setting('idle_in_transaction_session_timeout')
                """)) {
      assertThat(row.next()).isTrue();
      assertThat(List.of(row.getString(1), row.getString(2), row.getString(3)))
          .containsExactly("30s", "10s", "10s");
    }
  }

  @Test
  void aServiceIsReadyOnceItsFirstReplayIsDoneAndStaysReady() {
    try (var other = new Ledger(sessions, vertx, LedgerOptions.DEFAULTS)) {
      var replay = new Replay(other);
      SqlConnection slow = get(pool.getConnection());
      get(slow.query("begin; lock table ledger.event in access exclusive mode").execute());
      replay.start(new io.quarkus.runtime.StartupEvent());
      assertThat(replay.call().getStatus()).isEqualTo(Status.DOWN);

      get(slow.query("rollback").execute());
      await().atMost(WAIT).until(() -> replay.call().getStatus() == Status.UP);

      get(slow.query("begin; lock table ledger.event in access exclusive mode").execute());
      assertThat(replay.call().getStatus()).isEqualTo(Status.UP);
      get(slow.query("rollback").execute());
      get(slow.close());
    }
  }
}
