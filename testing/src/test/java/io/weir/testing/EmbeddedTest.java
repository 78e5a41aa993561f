package io.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class EmbeddedTest {
  @ParameterizedTest
  @CsvSource({"FAST, off", "DURABLE, on"})
  void postgresFlushesToDiskIfAskedTo(Durability durability, String flushes) throws SQLException {
    try (var postgres = EmbeddedPostgres.launch(durability)) {
      assertThat(setting(postgres, "fsync")).isEqualTo(flushes);
      assertThat(setting(postgres, "synchronous_commit")).isEqualTo(flushes);
    }
  }

  @Test
  void stoppingAndStartingTwiceIsTheSameAsOnce() throws SQLException {
    try (var postgres = EmbeddedPostgres.launch(Durability.FAST)) {
      postgres.start();
      postgres.stop();
      postgres.stop();
      assertThat(postgres.running()).isFalse();
      postgres.start();
      assertThat(setting(postgres, "port")).isEqualTo(Integer.toString(postgres.port()));
    }
  }

  @Test
  void aBrokerThatCannotStartSaysWhy() throws Exception {
    try (var kafka = EmbeddedKafka.launch()) {
      int port = Integer.parseInt(kafka.bootstrapServers().split(":")[1]);
      kafka.stop();
      try (var squatter = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        assertThatThrownBy(kafka::start)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("embedded Kafka did not start")
            .hasMessageContaining(Integer.toString(squatter.getLocalPort()));
        assertThat(kafka.running()).isFalse();
      }
      kafka.start();
      kafka.createTopic("works");
    }
  }

  private static String setting(Postgres postgres, String name) throws SQLException {
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl("postgres"), postgres.user(), postgres.password());
        var statement = connection.createStatement();
        var row = statement.executeQuery("show " + name)) {
      row.next();
      return row.getString(1);
    }
  }
}
