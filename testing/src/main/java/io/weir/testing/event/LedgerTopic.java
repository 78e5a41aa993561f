package io.weir.testing.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import io.weir.contracts.topic.TopicRecord;
import io.weir.testing.Kafka;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The relay's part in a test: writes recorded events to a topic as the real one does. */
public final class LedgerTopic implements AutoCloseable {
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

  /** Creates the topic {@link Topic#NAME}, which must not exist. */
  public static LedgerTopic create(Kafka kafka) {
    return create(kafka, Topic.NAME);
  }

  /** Creates a topic, which must not exist. */
  public static LedgerTopic create(Kafka kafka, String topic) {
    kafka.createTopic(topic);
    return new LedgerTopic(kafka, topic);
  }

  /** Writes to a topic that exists. */
  public static LedgerTopic to(Kafka kafka, String topic) {
    return new LedgerTopic(kafka, topic);
  }

  /** Writes the events in that order, whatever their positions, and waits for all of them. */
  public void publish(List<Recorded> events) {
    send(events, event -> record(event.envelope().stream(), KafkaHeaders.of(event), event.data()));
  }

  /** Writes records that need not be events; their offsets are Kafka's to give. */
  public void publishRecords(List<TopicRecord> records) {
    send(records, each -> record(null, each.headers(), each.value()));
  }

  private <T> void send(List<T> all, Function<T, ProducerRecord<String, byte[]>> record) {
    var sent = all.stream().map(each -> producer.send(record.apply(each))).toList();
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

  private ProducerRecord<String, byte[]> record(
      @Nullable String key, Map<String, String> headers, @Nullable String value) {
    var record = new ProducerRecord<>(topic, 0, key, value == null ? null : value.getBytes(UTF_8));
    headers.forEach((name, text) -> record.headers().add(name, text.getBytes(UTF_8)));
    return record;
  }

  @Override
  public void close() {
    producer.close();
  }
}
