package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.projector.store.DatabaseUnavailableException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest extends ProjectorFixture {
  /** One less than the pool may have, which the live path needs. */
  private static final int CONNECTIONS = 7;

  private static final String END_ALL_OTHERS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()"
          // autovacuum may be at work, and may not be ended
          + " and backend_type = 'client backend'";

  @Test
  void staysReadyWhileKafkaIsAwayAndThenGoesOn() {
    List<Recorded> events = flat(ledger.random(20));
    backends.kafka().stop();
    assertThat(readiness()).isEqualTo(200);
    assertThat(liveness()).isEqualTo(200);
    assertThat(position()).isEqualTo(events.getFirst().envelope().position() - 1);
    backends.kafka().start();
    topic.publish(events);
    awaitProjected();
  }

  @Test
  void waitsForPostgresAndAppliesWhatCameMeanwhile() {
    List<List<Recorded>> commands = ledger.random(20);
    topic.publish(flat(commands.subList(0, 10)));
    backends.postgres().stop();
    topic.publish(flat(commands.subList(10, 20)));
    assertThat(position()).isEqualTo(-1);
    assertThat(liveness()).isEqualTo(200);
    backends.postgres().start();
    awaitProjected();
  }

  @Test
  void losesAndRepeatsNothingWhenItsTransactionsAreAborted() throws SQLException {
    // its own connection, which no round kills: one of the pool would be dead every other round
    try (Connection killer = connectBesideThePool();
        var kill = killer.createStatement()) {
      for (List<Recorded> command : ledger.random(60)) {
        topic.publish(command);
        kill.execute(END_ALL_OTHERS);
      }
    }
    awaitProjected();
  }

  /** As after a failover: what the pool has of the time before stays read-only. */
  @Test
  void goesOnWhenTheDatabaseTakesWritesAgainAlthoughItsConnectionsDoNot() throws SQLException {
    String name = ConfigProvider.getConfig().getValue("weir.postgres.database", String.class);
    try (Connection beside = connectBesideThePool();
        var admin = beside.createStatement()) {
      List<SqlConnection> all;
      try {
        admin.execute("alter database " + name + " set default_transaction_read_only = on");
        admin.execute(END_ALL_OTHERS);
        topic.publish(flat(ledger.random(5)));
        assertThatThrownBy(() -> database.query("update projector.generation set number = number"))
            .isInstanceOf(DatabaseUnavailableException.class);
        all = IntStream.range(0, CONNECTIONS).mapToObj(_ -> database.connect()).toList();
      } finally {
        admin.execute("alter database " + name + " reset default_transaction_read_only");
      }

      all.forEach(SqlConnection::closeAndForget);
      awaitProjected();
      // those that nobody has used since are read-only still
      admin.execute(END_ALL_OTHERS);
    }
    awaitProjected();
  }

  @Test
  void aTransactionThatHangsHoldsItsLocksForSecondsOnly() {
    SqlConnection hanging = database.connect();
    hanging
        .query("begin; select * from projector.generation for update")
        .execute()
        .await()
        .indefinitely();
    topic.publish(flat(ledger.random(5)));
    awaitProjected();
    hanging.closeAndForget();
  }

  private static Connection connectBesideThePool() throws SQLException {
    Config config = ConfigProvider.getConfig();
    return DriverManager.getConnection(
        config.getValue("quarkus.datasource.jdbc.url", String.class),
        config.getValue("quarkus.datasource.username", String.class),
        config.getValue("quarkus.datasource.password", String.class));
  }
}
