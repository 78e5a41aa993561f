package io.weir.ledger.recovery;

import io.weir.contracts.topic.TopicRecord;
import io.weir.ledger.relay.KafkaRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topic as it is when it is opened: what is written to it later is not read.
 *
 * @param bootstrapServers of Kafka, {@code host:port} separated by commas
 * @param timeout how long Kafka may leave a question without an answer
 */
public record TopicSource(String bootstrapServers, String topic, Duration timeout) {
  /**
   * Connects to the topic.
   *
   * @throws RecoveryRefusedException if Kafka does not answer or has no such topic
   */
  public Records open() {
    Map<String, Object> config = new HashMap<>();
    config.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    config.put(ConsumerConfig.CLIENT_ID_CONFIG, "weir-recovery");
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, Math.toIntExact(timeout.toMillis()));
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var bytes = new ByteArrayDeserializer();
    try {
      return new Records(new KafkaConsumer<>(config, bytes, bytes), this);
    } catch (KafkaException e) {
      throw unreadable(e);
    }
  }

  private RecoveryRefusedException unreadable(KafkaException e) {
    return RecoveryRefusedException.topicAway(
        "topic %s cannot be read from %s: %s".formatted(topic, bootstrapServers, e.getMessage()),
        e);
  }

  /** Its records, in order, page by page. */
  public static final class Records implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TopicSource source;
    private final TopicPartition partition;
    private final long begin;
    private final long end;
    private boolean reading;

    private Records(KafkaConsumer<byte[], byte[]> consumer, TopicSource source) {
      this.consumer = consumer;
      this.source = source;
      partition = new TopicPartition(source.topic(), 0);
      try {
        consumer.assign(List.of(partition));
        begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
      } catch (KafkaException e) {
        consumer.close();
        throw e;
      }
    }

    /**
     * The next records, of which the first call gives the last one at least; none at the end.
     *
     * @param from the offset to begin with, of which the first call alone takes note
     * @throws RecoveryRefusedException if Kafka does not give them in time
     */
    List<TopicRecord> next(long from) {
      try {
        if (!reading) {
          consumer.seek(partition, Math.max(begin, Math.min(from, end - 1)));
          reading = true;
        }
        long deadline = System.nanoTime() + source.timeout().toNanos();
        while (consumer.position(partition) < end) {
          List<TopicRecord> page = new ArrayList<>();
          for (ConsumerRecord<byte[], byte[]> each : consumer.poll(POLL)) {
            page.add(KafkaRecords.of(each));
          }
          if (!page.isEmpty()) {
            return page;
          }
          if (System.nanoTime() - deadline > 0) {
            throw RecoveryRefusedException.topicAway(
                "Kafka does not give the records of " + source.topic(), null);
          }
        }
        return List.of();
      } catch (KafkaException e) {
        throw source.unreadable(e);
      }
    }

    @Override
    public void close() {
      consumer.close();
    }
  }
}
