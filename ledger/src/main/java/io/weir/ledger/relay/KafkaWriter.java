package io.weir.ledger.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes events to the topic in order and leaves no gap: a record is written only after the one
 * before it was. A producer on its own promises less, because it goes on with the next batch when
 * it gives one up. So there is one request in flight, a batch is never given up for having waited
 * long, and the first that fails for another reason ends the producer before it sends more.
 */
final class KafkaWriter implements AutoCloseable {
  private static final int BATCH_BYTES = 1024 * 1024;
  private static final long WAIT_MILLIS = 500;

  private final RelayOptions options;
  private final KafkaProducer<String, byte[]> producer;
  private volatile @Nullable Exception failure;

  KafkaWriter(RelayOptions options, Map<String, Object> connection) {
    this.options = options;
    connection.put(ProducerConfig.ACKS_CONFIG, "all");
    connection.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    connection.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    connection.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
    connection.put(
        ProducerConfig.MAX_BLOCK_MS_CONFIG, Math.toIntExact(options.kafkaTimeout().toMillis()));
    // Brokers that are away stay known, so that sending does not block: the wait is for the
    // acknowledgement.
    connection.put(
        CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG, MetadataRecoveryStrategy.NONE.name);
    connection.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
    connection.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    connection.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
    connection.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.MAX_RECORD_BYTES);
    producer = new KafkaProducer<>(connection, new StringSerializer(), new ByteArraySerializer());
  }

  /**
   * Writes events and waits until all of them are acknowledged.
   *
   * @param meanwhile called now and then during the wait; may throw to end it
   * @throws RelayException if Kafka did not take them all; some may have been written
   */
  void write(List<Recorded> events, Waiting meanwhile) throws Exception {
    List<Future<RecordMetadata>> sent = new ArrayList<>(events.size());
    for (Recorded event : events) {
      sent.add(producer.send(record(event), (_, failed) -> acknowledged(failed)));
      throwFailure();
    }
    long deadline = System.nanoTime() + options.kafkaTimeout().toNanos();
    for (Future<RecordMetadata> each : sent) {
      await(each, deadline, meanwhile);
    }
  }

  private void await(Future<RecordMetadata> sent, long deadline, Waiting meanwhile)
      throws Exception {
    while (true) {
      try {
        sent.get(WAIT_MILLIS, TimeUnit.MILLISECONDS);
        return;
      } catch (ExecutionException e) {
        throwFailure();
        throw new RelayException("Kafka does not take events", e.getCause());
      } catch (TimeoutException e) {
        meanwhile.check();
        if (System.nanoTime() - deadline > 0) {
          throw new RelayException("Kafka does not acknowledge events", e);
        }
      }
    }
  }

  private void acknowledged(@Nullable Exception failed) {
    if (failed != null) {
      if (failure == null) {
        failure = failed;
      }
      // On the producer's own thread, before it turns to the next batch.
      producer.close(Duration.ZERO);
    }
  }

  private void throwFailure() {
    Exception failed = failure;
    if (failed != null) {
      throw new RelayException("Kafka does not take events", failed);
    }
  }

  private ProducerRecord<String, byte[]> record(Recorded event) {
    var record =
        new ProducerRecord<>(
            options.topic(), 0, event.envelope().stream(), event.data().getBytes(UTF_8));
    KafkaHeaders.of(event)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Ends at once; what was not acknowledged may or may not have been written. */
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  /** Something to look after while waiting. */
  interface Waiting {
    void check() throws Exception;
  }
}
