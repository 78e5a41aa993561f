package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.ProjectorFixture;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest extends ProjectorFixture {

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
    Config config = ConfigProvider.getConfig();
    try (Connection killer =
            DriverManager.getConnection(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
        var kill = killer.createStatement()) {
      for (List<Recorded> command : ledger.random(60)) {
        topic.publish(command);
        kill.execute(
            """
            select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid()\
            """);
      }
    }
    awaitProjected();
  }
}
