package io.weir.dataplane.replica;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.contracts.topic.TrafficTopic;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A reporter on a real broker that comes and goes. */
@Timeout(120)
@Tag("slow")
class TrafficReporterTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static Backends backends;
  private static Kafka kafka;

  private final String topic = "traffic-" + UUID.randomUUID();
  private final Queue<String> due = new ConcurrentLinkedQueue<>();
  private final Queue<Instant> asked = new ConcurrentLinkedQueue<>();
  private TrafficReporter reporter;

  @BeforeAll
  static void startKafka() {
    backends = Backends.exclusive();
    kafka = backends.kafka();
  }

  @AfterAll
  static void stopKafka() {
    backends.close();
  }

  @AfterEach
  void stop() {
    reporter.stop();
    kafka.start();
  }

  private void start() {
    reporter =
        new TrafficReporter(
            kafka.bootstrapServers(), topic, "node-1", this::due, Clock.systemUTC());
    reporter.start();
  }

  private List<byte[]> due(Instant now, boolean last) {
    asked.add(now);
    List<byte[]> records = new ArrayList<>();
    for (String one = due.poll(); one != null; one = due.poll()) {
      records.add(one.getBytes(StandardCharsets.UTF_8));
    }
    if (last) {
      records.add("last".getBytes(StandardCharsets.UTF_8));
    }
    return records;
  }

  private List<String> told() {
    List<String> told = new ArrayList<>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(topic, 0);
      consumer.assign(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      while (consumer.position(partition) < end) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          assertThat(record.key()).isEqualTo("node-1");
          told.add(record.value());
        }
      }
    }
    return told;
  }

  /** Says it again and again: what is due while Kafka is still busy with its start is lost. */
  private void awaitToldOf(String record) {
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              due.add(record);
              return topicExists() && told().contains(record);
            });
  }

  private boolean topicExists() throws Exception {
    try (var admin = kafka.admin()) {
      return admin.listTopics().names().get().contains(topic);
    }
  }

  @Test
  void tellsWhatIsDueOnceASecondAndAllThatIsLeftAtTheEnd() throws Exception {
    start();
    awaitToldOf("hello");
    long before = reporter.dropped();
    int asks = asked.size();
    due.addAll(List.of("one", "two"));
    await().atMost(PATIENCE).until(() -> asked.size() >= asks + 2);
    reporter.stop();
    assertThat(told()).endsWith("one", "two", "last");
    assertThat(reporter.dropped()).isEqualTo(before);
    try (var admin = kafka.admin()) {
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
      Collection<org.apache.kafka.clients.admin.Config> made =
          admin.describeConfigs(List.of(resource)).all().get().values();
      var config = made.iterator().next();
      TrafficTopic.settings()
          .forEach((name, value) -> assertThat(config.get(name).value()).isEqualTo(value));
    }
  }

  @Test
  void anotherProducerTellsWhatIsDueAfterTheFirst() {
    start();
    awaitToldOf("by the first");
    reporter.renew();
    awaitToldOf("by the second");
    reporter.renew();
    reporter.renew();
    awaitToldOf("by the third");
  }

  @Test
  void dropsAndCountsWhatKafkaDoesNotTakeAndGoesOnAfterwards() {
    start();
    awaitToldOf("before");
    long before = reporter.dropped();
    kafka.stop();
    due.add("lost");
    await().atMost(PATIENCE).until(() -> reporter.dropped() > before);
    kafka.start();
    awaitToldOf("after");
    assertThat(told()).doesNotContain("lost");
  }

  @Test
  void startsAndStopsWithoutKafka() {
    kafka.stop();
    start();
    due.add("lost");
    await().atMost(PATIENCE).until(() -> reporter.dropped() > 0);
    due.add("lost");
    Instant before = Instant.now();
    reporter.stop();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(6));
    assertThat(reporter.dropped()).isEqualTo(3);
  }
}
