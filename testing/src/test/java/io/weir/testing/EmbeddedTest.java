package io.weir.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
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

  @Test
  void whatWasKilledComesBackWithItsData() throws Exception {
    try (var postgres = EmbeddedPostgres.launch(Durability.FAST);
        var kafka = EmbeddedKafka.launch()) {
      String database = postgres.newDatabase();
      kafka.createTopic("kept");
      postgres.kill();
      kafka.kill();
      assertThat(postgres.running()).isFalse();
      assertThat(kafka.running()).isFalse();
      assertThatThrownBy(() -> setting(postgres, "port")).isInstanceOf(SQLException.class);
      postgres.start();
      kafka.start();
      try (var connection =
          DriverManager.getConnection(
              postgres.jdbcUrl(database), postgres.user(), postgres.password())) {
        assertThat(connection.isValid(10)).isTrue();
      }
      kafka.deleteTopic("kept");
    }
  }

  @Test
  void whatIsFrozenAnswersOnceItIsThawed() throws Exception {
    try (var postgres = EmbeddedPostgres.launch(Durability.FAST)) {
      postgres.freeze();
      CompletableFuture<String> asked =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return setting(postgres, "port");
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      assertThatThrownBy(() -> asked.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      postgres.thaw();
      assertThat(asked.get(60, TimeUnit.SECONDS)).isEqualTo(Integer.toString(postgres.port()));
    }
  }

  @Test
  void aBrokerTellsClientsOfADoorToComeBackThroughIt() throws Exception {
    int port = FreePorts.next();
    try (var proxy = TcpProxy.to("127.0.0.1", port);
        var kafka = EmbeddedKafka.launch(List.of(new EmbeddedKafka.Door(port, proxy.port())));
        var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + proxy.port()))) {
      var nodes = admin.describeCluster().nodes().get(60, TimeUnit.SECONDS);
      assertThat(nodes).singleElement().matches(node -> node.port() == proxy.port());
      assertThat(kafka.bootstrapServers()).doesNotEndWith(":" + proxy.port());
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
