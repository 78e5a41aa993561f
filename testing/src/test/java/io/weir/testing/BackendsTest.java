package io.weir.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(BackendsExtension.class)
@Tag("slow")
class BackendsTest {
  private static final Backends own = Backends.exclusive();

  @AfterAll
  static void close() {
    own.close();
  }

  @Test
  void everyTestOfTheJvmGetsTheSameServers(Backends backends, Postgres postgres, Kafka kafka) {
    assertThat(backends).isSameAs(Backends.start());
    assertThat(postgres).isSameAs(Backends.start().postgres());
    assertThat(kafka).isSameAs(Backends.start().kafka());
  }

  @Test
  void aNewDatabaseIsEmptyAndBelongsToThePlainRoleWeir(Postgres postgres) throws SQLException {
    String database = postgres.newDatabase();
    try (var connection =
            DriverManager.getConnection(
                postgres.jdbcUrl(database), postgres.user(), postgres.password());
        var statement = connection.createStatement()) {
      statement.execute("create schema ledger");
      try (var row =
          statement.executeQuery(
              "select current_user, rolsuper from pg_roles where rolname = current_user")) {
        assertThat(row.next()).isTrue();
        assertThat(row.getString(1)).isEqualTo("weir");
        assertThat(row.getBoolean(2)).isFalse();
      }
    }
    assertThat(postgres.newDatabase()).isNotEqualTo(database);
  }

  @Test
  void postgresIsAwayAfterAStopAndBackWithItsDataAfterAStart() throws SQLException {
    var postgres = own.postgres();
    String url = postgres.jdbcUrl(postgres.newDatabase());
    execute(url, "create table kept (id int)");
    execute(url, "insert into kept values (42)");

    postgres.stop();
    assertThat(postgres.running()).isFalse();
    assertThatThrownBy(() -> execute(url, "select 1")).isInstanceOf(SQLException.class);

    postgres.start();
    assertThat(postgres.running()).isTrue();
    execute(url, "update kept set id = 43 where id = 42");
  }

  @Test
  void kafkaIsAwayAfterAStopAndBackWithItsDataAfterAStart() throws Exception {
    var kafka = own.kafka();
    kafka.createTopic("kept");
    send(kafka, "kept", "first");

    kafka.stop();
    assertThat(kafka.running()).isFalse();
    assertThatThrownBy(() -> send(kafka, "kept", "lost")).isInstanceOf(ExecutionException.class);

    kafka.start();
    assertThat(kafka.running()).isTrue();
    send(kafka, "kept", "second");
    assertThat(read(kafka, "kept", 2)).containsExactly("first", "second");
  }

  @Test
  void aDeletedTopicCanBeCreatedAgainAndIsEmpty(Kafka kafka) throws Exception {
    kafka.createTopic("again");
    send(kafka, "again", "old");
    kafka.deleteTopic("again");
    kafka.createTopic("again");
    send(kafka, "again", "new");
    assertThat(read(kafka, "again", 1)).containsExactly("new");
  }

  @Test
  void aTopicIsOnlyThereIfSomebodyCreatedIt(Kafka kafka) {
    kafka.createTopic("once");
    assertThatThrownBy(() -> kafka.createTopic("once")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> send(kafka, "never-created", "lost"))
        .isInstanceOf(ExecutionException.class);
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = DriverManager.getConnection(url, "weir", "weir");
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void send(Kafka kafka, String topic, String value) throws Exception {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers", kafka.bootstrapServers(),
            "max.block.ms", "5000",
            "request.timeout.ms", "2000",
            "linger.ms", "0",
            "delivery.timeout.ms", "5000");
    try (var producer =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
    }
  }

  private static List<String> read(Kafka kafka, String topic, int count) {
    var partition = new TopicPartition(topic, 0);
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      var values = new java.util.ArrayList<String>();
      long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (values.size() < count && System.nanoTime() < deadline) {
        consumer
            .poll(Duration.ofSeconds(1))
            .forEach(record -> values.add(new String(record.value(), UTF_8)));
      }
      return values;
    }
  }
}
