package io.weir.projector.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.ProjectorFixture;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest extends ProjectorFixture {
  @Inject DataSource dataSource;

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
    for (List<Recorded> command : ledger.random(60)) {
      topic.publish(command);
      try (Connection killer = dataSource.getConnection();
          var kill = killer.createStatement()) {
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
