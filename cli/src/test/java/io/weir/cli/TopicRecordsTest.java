package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.history.RandomHistory;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.ImageHash;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Backends;
import io.weir.testing.Kafka;
import io.weir.testing.event.LedgerTopic;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code weir verify --kafka} and {@code weir replay --from-kafka}, on a real broker. */
@Timeout(120)
@Tag("slow")
class TopicRecordsTest {
  /** More than a poll takes. */
  private static final List<Recorded> EVENTS = RandomHistory.of(11, 2500);

  private static final int WRONG = 1700;
  private static Backends backends;
  private static Kafka kafka;

  private final String topic = "ledger-" + UUID.randomUUID();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @BeforeAll
  static void startKafka() {
    backends = Backends.exclusive();
    kafka = backends.kafka();
  }

  @AfterAll
  static void stopKafka() {
    backends.close();
  }

  private void publish(List<Recorded> events) {
    try (var to = LedgerTopic.create(kafka, topic)) {
      to.publish(events);
    }
  }

  private int weir(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(kafka.bootstrapServers(), "--topic", topic));
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(all.toArray(String[]::new));
  }

  private int verify() {
    return weir("verify", "--kafka");
  }

  private int replay() {
    return weir("replay", "--from-kafka");
  }

  private static GatewayImage image() {
    var delta = new GatewayDelta(GatewayImage.genesis(EVENTS.getFirst().envelope().ledgerId()));
    EVENTS.forEach(event -> delta.replay(event, EventCodec.CURRENT.decode(event)));
    return delta.apply();
  }

  @Test
  void aTopicIsReadToItsEndAndProven() {
    publish(EVENTS);

    assertThat(verify()).as(errors.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "intact: %d events".formatted(EVENTS.size()),
            "hash    " + EVENTS.getLast().hash(),
            "ledger  " + EVENTS.getFirst().envelope().ledgerId());
  }

  @Test
  void aTopicIsReplayedToItsEnd() {
    publish(EVENTS);

    assertThat(replay()).as(errors.toString()).isZero();
    assertThat(out.toString())
        .contains(
            "position  " + EVENTS.size() + ", at ",
            "event     " + EVENTS.getLast().hash(),
            "image     " + ImageHash.of(image()).hash());
  }

  @Test
  void whatTheRelayWroteAgainIsTheSameEvent() {
    List<Recorded> again = new ArrayList<>(EVENTS.subList(0, 120));
    again.addAll(EVENTS.subList(100, EVENTS.size()));
    publish(again);

    assertThat(verify()).isZero();
    assertThat(out.toString()).contains("intact: %d events".formatted(EVENTS.size()));
    assertThat(replay()).isZero();
    assertThat(out.toString()).contains("image     " + ImageHash.of(image()).hash());
  }

  @Test
  void theFirstPositionOfAnAlteredTopicIsNamed() throws Exception {
    kafka.createTopic(topic);
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (Recorded event : EVENTS) {
        boolean altered = event.envelope().position() >= WRONG;
        var record =
            new ProducerRecord<>(
                topic,
                0,
                event.envelope().stream(),
                (altered ? event.data() + " " : event.data()).getBytes(StandardCharsets.UTF_8));
        KafkaHeaders.of(event)
            .forEach(
                (name, value) ->
                    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        producer.send(record);
      }
      producer.flush();
    }

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "WRONG at position %d: event %d does not match its hash".formatted(WRONG, WRONG),
            "proven up to position " + (WRONG - 1));
    out.getBuffer().setLength(0);
    assertThat(replay()).isEqualTo(1);
    assertThat(out.toString())
        .contains("WRONG at position %d: event %d".formatted(WRONG, WRONG))
        .doesNotContain("image ");
  }

  @Test
  void anEventThatWasTakenOutIsNamed() {
    List<Recorded> shorter = new ArrayList<>(EVENTS);
    shorter.remove(WRONG - 1);
    publish(shorter);

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains("WRONG at position " + WRONG + ":");
    assertThat(replay()).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> line.contains("WRONG at position " + WRONG)))
        .hasSize(2);
  }

  @Test
  void aTopicWhoseBeginningIsGoneIsFound() throws Exception {
    publish(EVENTS);
    try (var admin = kafka.admin()) {
      admin
          .deleteRecords(
              Map.of(new TopicPartition(topic, 0), RecordsToDelete.beforeOffset(WRONG - 1)))
          .all()
          .get();
    }

    assertThat(verify()).isEqualTo(1);
    assertThat(out.toString()).contains("WRONG at position 1:");
  }

  @Test
  void aTopicThatIsNotThereOrEmptyCannotBeTold() {
    assertThat(verify()).isEqualTo(2);
    assertThat(errors.toString()).contains(topic);
    kafka.createTopic(topic);
    assertThat(replay()).isEqualTo(2);
    assertThat(errors.toString()).contains("there is no event to replay");
  }
}
