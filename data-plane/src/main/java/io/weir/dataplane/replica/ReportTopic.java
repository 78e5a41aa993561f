package io.weir.dataplane.replica;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * A topic in which replicas say something of themselves: one partition, made by whoever needs it
 * first.
 *
 * @param settings what it is made with, by the names Kafka gives its settings
 */
record ReportTopic(String bootstrapServers, String name, Map<String, String> settings) {
  /** How long Kafka has for an answer. */
  static final int TIMEOUT_MILLIS = 2_000;

  private static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

  /**
   * Makes the topic unless it is there.
   *
   * @throws ExecutionException if it could not be made, for Kafka may be away
   */
  void create() throws ExecutionException, InterruptedException {
    Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS));
    try {
      NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty()).configs(settings);
      admin.createTopics(List.of(topic)).all().get(2L * TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new ExecutionException(e);
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    } finally {
      // it would wait for what is under way, by a clock that may have been put back
      admin.close(Duration.ZERO);
    }
  }

  /**
   * Writes to it at once. Compressed, since brokers take a megabyte in one record by default.
   *
   * @param deliveryMillis how long it is worth while to try
   */
  KafkaProducer<String, byte[]> producer(int deliveryMillis) {
    return new KafkaProducer<>(
        Map.ofEntries(
            Map.entry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
            Map.entry(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class),
            Map.entry(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class),
            Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip"),
            Map.entry(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_REQUEST_BYTES),
            Map.entry(ProducerConfig.LINGER_MS_CONFIG, 0),
            Map.entry(ProducerConfig.MAX_BLOCK_MS_CONFIG, TIMEOUT_MILLIS),
            Map.entry(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MILLIS),
            Map.entry(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMillis),
            Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500)));
  }
}
