package io.weir.ledger.relay;

import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Where the topic ends, asked as often as one likes. One thread. */
final class TopicEnd implements AutoCloseable {
  private final RelayOptions options;
  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private long lookedAt = -1;
  private Optional<Recorded> found = Optional.empty();

  /**
   * Connects when it is used.
   *
   * @param connection settings that all clients of the relay share
   */
  TopicEnd(RelayOptions options, Map<String, Object> connection) {
    this.options = options;
    connection.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(options.kafkaTimeout().toMillis()));
    connection.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    connection.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    connection.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    var bytes = new ByteArrayDeserializer();
    partition = new TopicPartition(options.topic(), 0);
    consumer = new KafkaConsumer<>(connection, bytes, bytes);
    consumer.assign(List.of(partition));
  }

  /**
   * The last event of the topic; read again only if the topic has grown or was made anew.
   *
   * @throws RelayException if Kafka does not give it, or if it is no event
   */
  Optional<Recorded> last() {
    long begin = offset(consumer.beginningOffsets(List.of(partition)));
    long end = offset(consumer.endOffsets(List.of(partition)));
    if (begin == end) {
      lookedAt = -1;
      found = Optional.empty();
    } else if (end != lookedAt) {
      found = search(begin, end);
      lookedAt = end;
    }
    return found;
  }

  /** An offset need not hold a record, so the search may have to start further back. */
  private Optional<Recorded> search(long begin, long end) {
    for (long back = 1; ; back *= 2) {
      long from = Math.max(begin, end - back);
      Optional<Recorded> last = lastFrom(from, end);
      if (last.isPresent() || from == begin) {
        return last;
      }
    }
  }

  private Optional<Recorded> lastFrom(long from, long end) {
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + options.kafkaTimeout().toNanos();
    Optional<Recorded> last = Optional.empty();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
        last = Optional.of(KafkaRecords.of(each).recorded());
      }
      if (System.nanoTime() - deadline > 0) {
        throw new RelayException("Kafka does not give the last record of " + options.topic());
      }
    }
    return last;
  }

  private long offset(Map<TopicPartition, Long> offsets) {
    return offsets.getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
