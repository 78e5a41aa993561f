package io.weir.testing.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Kafka;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The relay's part in a test: writes recorded events to a topic as the real one does. */
public final class LedgerTopic implements AutoCloseable {
  /** Where the relay writes. */
  public static final String NAME = "weir.ledger";

  private final String topic;
  private final KafkaProducer<String, byte[]> producer;

  private LedgerTopic(Kafka kafka, String topic) {
    this.topic = topic;
    producer =
        new KafkaProducer<>(
            Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Creates the topic {@link #NAME}, which must not exist. */
  public static LedgerTopic create(Kafka kafka) {
    return create(kafka, NAME);
  }

  /** Creates a topic, which must not exist. */
  public static LedgerTopic create(Kafka kafka, String topic) {
    kafka.createTopic(topic);
    return new LedgerTopic(kafka, topic);
  }

  /** Writes the events in that order, whatever their positions, and waits for all of them. */
  public void publish(List<Recorded> events) {
    var sent = events.stream().map(event -> producer.send(record(event))).toList();
    try {
      for (var each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take the events", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private ProducerRecord<String, byte[]> record(Recorded event) {
    var record =
        new ProducerRecord<>(topic, event.envelope().stream(), event.data().getBytes(UTF_8));
    KafkaHeaders.of(event)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
