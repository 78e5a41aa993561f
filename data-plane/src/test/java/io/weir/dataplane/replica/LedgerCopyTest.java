package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.topic.TopicRecord;
import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.tls.CertificateStatus;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import io.weir.testing.event.EventMother;
import io.weir.testing.event.FakeLedger;
import io.weir.testing.event.LedgerTopic;
import io.weir.testing.event.SampleGateway;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A copy on a real broker that comes, goes and forgets. */
@Timeout(120)
@Tag("slow")
class LedgerCopyTest {
  private static final NodeFinding FINDING =
      new NodeFinding(State.UNHEALTHY, "check: connection refused", "2026-01-01T00:00:00Z");
  private static final CertificateStatus CERTIFICATE =
      new CertificateStatus(
          "shop",
          "CN=shop",
          List.of("shop.example.com"),
          Instant.parse("2026-01-01T00:00:00Z"),
          Instant.parse("2026-04-01T00:00:00Z"),
          true,
          "its key is gone");

  private static Backends backends;
  private static Kafka kafka;

  @TempDir Path directory;

  private final String ledgerTopic = "ledger-" + UUID.randomUUID();
  private final String replicasTopic = "replicas-" + UUID.randomUUID();
  private final FakeLedger ledger = SampleGateway.withNodes(EventMother.node(80, 1)).ledger();
  private final List<ConfigurationCopy> started = new ArrayList<>();

  @BeforeAll
  static void startKafka() {
    Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    backends = Backends.exclusive();
    kafka = backends.kafka();
  }

  @AfterAll
  static void stopKafka() {
    Awaitility.reset();
    backends.close();
  }

  @AfterEach
  void stopReplicas() {
    kafka.start();
    started.forEach(ConfigurationCopy::stop);
  }

  private ConfigurationCopy start() {
    return start("node-1");
  }

  private ConfigurationCopy start(String replicaId) {
    ImagePublisher nowhere =
        new ImagePublisher() {
          @Override
          public void publish(GatewayImage image) {}

          @Override
          public void publish(GatewayImage image, GatewayDelta delta) {}
        };
    LedgerCopy copy =
        new LedgerCopy(
            new LedgerCopy.Options(
                kafka.bootstrapServers(),
                ledgerTopic,
                replicasTopic,
                directory.resolve(replicaId),
                Duration.ofMillis(500),
                Duration.ofHours(1)),
            new ReplicaIdentity(replicaId, "*", "localhost:8000", "localhost:9000", Instant.now()),
            nowhere,
            Clock.systemUTC(),
            () ->
                Findings.of(
                    Map.of("upstream-aaaaaaaa", Map.of("10.0.0.1:80", FINDING)),
                    List.of(CERTIFICATE)));
    started.add(copy);
    copy.start();
    return copy;
  }

  private void stop(ConfigurationCopy copy) {
    copy.stop();
    started.remove(copy);
  }

  private void awaitLive(ConfigurationCopy copy) {
    await()
        .untilAsserted(
            () -> {
              assertThat(copy.state()).isEqualTo(new ReplicaState.Live(ledger.chain().position()));
              assertThat(copy.image()).isEqualTo(ledger.image());
            });
    assertThat(copy.ready()).isTrue();
  }

  @Test
  void followsTheLog() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy copy = start();
      awaitLive(copy);
      topic.publish(ledger.append(EventMother.vpc("one"), EventMother.vpc("two")));
      awaitLive(copy);
      // the relay may send again what it has sent
      topic.publish(ledger.history());
      topic.publish(ledger.append(EventMother.vpc("three")));
      awaitLive(copy);
    }
  }

  @Test
  void waitsForATopicThatIsNotThereYet() {
    ConfigurationCopy copy = start();
    await().until(() -> copy.state() instanceof ReplicaState.Cold);
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      awaitLive(copy);
    }
  }

  @Test
  void servesOnWhileKafkaIsAwayAndCatchesUpAfterwards() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy copy = start();
      awaitLive(copy);
      kafka.stop();
      await().until(() -> copy.state() instanceof ReplicaState.Detached);
      assertThat(copy.ready()).isTrue();
      assertThat(copy.image()).isEqualTo(ledger.image());
      kafka.start();
      topic.publish(ledger.append(EventMother.vpc("later")));
      awaitLive(copy);
    }
  }

  @Test
  void startsFromItsSnapshotWhileKafkaIsAway() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy before = start();
      awaitLive(before);
      stop(before);
      kafka.stop();
      ConfigurationCopy copy = start();
      await().until(copy::ready);
      assertThat(copy.state()).isInstanceOf(ReplicaState.Restored.class);
      assertThat(copy.image()).isEqualTo(ledger.image());
      kafka.start();
      topic.publish(ledger.append(EventMother.vpc("later")));
      awaitLive(copy);
    }
  }

  @Test
  void joinsTheLogWhereItsSnapshotEnds() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy before = start();
      awaitLive(before);
      stop(before);
      topic.publish(ledger.append(EventMother.vpc("meanwhile")));
      awaitLive(start());
    }
  }

  @Test
  void aTopicMadeAnewIsReadFromItsBeginning() {
    try (LedgerTopic first = LedgerTopic.create(kafka, ledgerTopic)) {
      first.publish(ledger.history());
      ConfigurationCopy copy = start();
      awaitLive(copy);
      kafka.deleteTopic(ledgerTopic);
      await().until(() -> !topicExists());
      try (LedgerTopic second = LedgerTopic.create(kafka, ledgerTopic)) {
        second.publish(ledger.history().subList(0, 3));
        second.publish(ledger.history().subList(3, ledger.history().size()));
        second.publish(ledger.append(EventMother.vpc("later")));
        awaitLive(copy);
      }
    }
  }

  private boolean topicExists() throws Exception {
    try (var admin = kafka.admin()) {
      return admin.listTopics().names().get().contains(ledgerTopic);
    }
  }

  @Test
  void isStuckButServingWhenEventsAreMissingUntilTheyAreThere() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy copy = start();
      awaitLive(copy);
      GatewayImage last = ledger.image();
      var missing = ledger.append(EventMother.vpc("missing"));
      topic.publish(ledger.append(EventMother.vpc("found")));
      await().until(() -> copy.state() instanceof ReplicaState.Stuck);
      assertThat(copy.image()).isEqualTo(last);
      assertThat(copy.ready()).isTrue();
      assertThat(copy.describe().path("reason").asText()).contains("missing");
      assertThat(missing).hasSize(1);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsNoneOfTheLedgerIsStuckButServingUntilTheTopicIsMended(boolean emptied)
      throws Exception {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy copy = start();
      awaitLive(copy);
      topic.publishRecords(List.of(new TopicRecord(0, Map.of(), "hello")));
      await().until(() -> copy.state() instanceof ReplicaState.Stuck);
      assertThat(copy.image()).isEqualTo(ledger.image());
      ledger.append(EventMother.vpc("behind"));
      topic.publish(List.of(ledger.history().getLast()));
      if (emptied) {
        // as the relay does it
        long end = ledger.history().size() + 1L;
        try (var admin = kafka.admin()) {
          var partition = new TopicPartition(ledgerTopic, 0);
          admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(end))).all().get();
        }
        topic.publish(ledger.history());
        awaitLive(copy);
      }
    }
    if (!emptied) {
      kafka.deleteTopic(ledgerTopic);
      try (LedgerTopic again = LedgerTopic.create(kafka, ledgerTopic)) {
        again.publish(ledger.history());
        awaitLive(started.getFirst());
      }
    }
  }

  @Test
  void reportsItselfOnEveryChangeAndWithdrawsWhenItStops() throws Exception {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      topic.publish(ledger.history());
      ConfigurationCopy copy = start("reporter");
      awaitLive(copy);
      awaitReport("reporter", ledger.chain().position());
      topic.publish(ledger.append(EventMother.vpc("more")));
      JsonNode report = awaitReport("reporter", ledger.chain().position());
      assertThat(report.path("instance").asText()).isEqualTo("*");
      assertThat(report.path("state").asText()).isEqualTo("LIVE");
      assertThat(report.path("ledgerId").asText()).isEqualTo(ledger.id().toString());
      assertThat(report.path("hash").asText()).isEqualTo(ledger.chain().hash().hex());
      assertThat(report.path("address").asText()).isEqualTo("localhost:8000");
      assertThat(report.path("nodeHealth"))
          .isEqualTo(
              Json.MAPPER.readTree(
                  """
                  {"upstream-aaaaaaaa": {"10.0.0.1:80": {
                    "state": "UNHEALTHY",
                    "cause": "check: connection refused",
                    "since": "2026-01-01T00:00:00Z"}}}
                  """));
      assertThat(report.path("certificates"))
          .isEqualTo(
              Json.MAPPER.readTree(
                  """
                  [{"name": "shop",
                    "names": ["shop.example.com"],
                    "notBefore": "2026-01-01T00:00:00Z",
                    "notAfter": "2026-04-01T00:00:00Z",
                    "problem": "its key is gone"}]
                  """));
      stop(copy);
      await().until(() -> reports().get("reporter") == null);
    }
  }

  @Test
  void otherClientsGoOnWhereTheFirstOnesWere() {
    try (LedgerTopic topic = LedgerTopic.create(kafka, ledgerTopic)) {
      ConfigurationCopy copy = start("renewed");
      for (int i = 0; i < 5; i++) {
        // while there is no topic yet, while it is read and after it was
        copy.renewClients();
        topic.publish(i == 0 ? ledger.history() : ledger.append(EventMother.vpc("more" + i)));
        if (i % 2 == 0) {
          awaitLive(copy);
          awaitReport("renewed", ledger.chain().position());
        }
      }
    }
  }

  private JsonNode awaitReport(String replicaId, long position) {
    return await()
        .until(
            () -> reports().get(replicaId),
            report -> report != null && report.path("position").asLong() == position);
  }

  /** The topic as a compacted one is read: the last word of each replica. */
  private Map<String, JsonNode> reports() throws Exception {
    Map<String, JsonNode> reports = new HashMap<>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(replicasTopic, 0);
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          reports.put(
              record.key(), record.value() == null ? null : Json.MAPPER.readTree(record.value()));
        }
      }
    }
    return reports;
  }
}
