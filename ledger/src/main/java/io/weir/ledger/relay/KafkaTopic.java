package io.weir.ledger.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** The ledger's topic: makes sure of it and knows where it ends. */
final class KafkaTopic {
  /** Room for the largest event with its headers; the ledger refuses larger ones. */
  static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

  private static final List<String> KEEPS_EVERYTHING =
      List.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.RETENTION_MS_CONFIG,
          TopicConfig.RETENTION_BYTES_CONFIG);

  private final RelayOptions options;

  KafkaTopic(RelayOptions options) {
    this.options = options;
  }

  /** Settings all clients of the relay share. */
  Map<String, Object> connection() {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, options.bootstrapServers());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "weir-relay");
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return config;
  }

  /** Creates the topic if it is not there; throws if it has more than one partition. */
  void ensure() throws InterruptedException {
    Map<String, Object> config = connection();
    config.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis());
    try (Admin admin = Admin.create(config)) {
      try {
        await(admin.createTopics(List.of(definition())).all());
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw new RelayException("cannot create topic " + options.topic(), e.getCause());
        }
        int partitions = partitions(admin);
        if (partitions != 1) {
          throw new RelayException(
              "topic %s has %d partitions; the ledger's order needs exactly one"
                  .formatted(options.topic(), partitions));
        }
        checkSettings(admin);
      }
    }
  }

  private NewTopic definition() {
    Map<String, String> config = new HashMap<>();
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, "-1");
    config.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MAX_RECORD_BYTES));
    config.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
    if (options.replicationFactor() > 2) {
      config.put(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, "2");
    }
    return new NewTopic(options.topic(), 1, options.replicationFactor()).configs(config);
  }

  /**
   * Somebody else's topic may drop old events, or refuse large ones, long after all seemed well.
   */
  private void checkSettings(Admin admin) throws InterruptedException {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, options.topic());
    try {
      Config found =
          Objects.requireNonNull(
              await(admin.describeConfigs(List.of(resource)).all()).get(resource));
      for (String name : KEEPS_EVERYTHING) {
        String wanted = definition().configs().get(name);
        String is = setting(found, name);
        if (!is.equals(wanted)) {
          throw new RelayException(
              "topic %s has %s=%s; the ledger needs %s"
                  .formatted(options.topic(), name, is, wanted));
        }
      }
      String limit = setting(found, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      if (Integer.parseInt(limit) < MAX_RECORD_BYTES) {
        throw new RelayException(
            "topic %s has %s=%s; the ledger needs at least %d"
                .formatted(
                    options.topic(),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    limit,
                    MAX_RECORD_BYTES));
      }
    } catch (ExecutionException e) {
      throw new RelayException("cannot describe topic " + options.topic(), e.getCause());
    }
  }

  private String setting(Config found, String name) {
    ConfigEntry entry = found.get(name);
    if (entry == null || entry.value() == null) {
      throw new RelayException("topic %s does not say its %s".formatted(options.topic(), name));
    }
    return entry.value();
  }

  private int partitions(Admin admin) throws InterruptedException {
    try {
      return await(admin.describeTopics(List.of(options.topic())).allTopicNames())
          .values()
          .iterator()
          .next()
          .partitions()
          .size();
    } catch (ExecutionException e) {
      throw new RelayException("cannot describe topic " + options.topic(), e.getCause());
    }
  }

  private <T> T await(KafkaFuture<T> future) throws InterruptedException, ExecutionException {
    try {
      return future.get(timeoutMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RelayException("Kafka does not answer", e);
    }
  }

  private int timeoutMillis() {
    return Math.toIntExact(options.kafkaTimeout().toMillis());
  }

  /** The last event of the topic: what the relay continues from, whatever it remembers itself. */
  Optional<Recorded> last() {
    Map<String, Object> config = connection();
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis());
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    var partition = new TopicPartition(options.topic(), 0);
    var bytes = new ByteArrayDeserializer();
    try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      consumer.assign(List.of(partition));
      long begin = offset(consumer.beginningOffsets(List.of(partition)), partition);
      long end = offset(consumer.endOffsets(List.of(partition)), partition);
      if (begin == end) {
        return Optional.empty();
      }
      // An offset need not hold a record, so the search may have to start further back.
      for (long back = 1; ; back *= 2) {
        long from = Math.max(begin, end - back);
        Optional<Recorded> last = lastFrom(consumer, partition, from, end);
        if (last.isPresent() || from == begin) {
          return last;
        }
      }
    }
  }

  private Optional<Recorded> lastFrom(
      KafkaConsumer<byte[], byte[]> consumer, TopicPartition partition, long from, long end) {
    consumer.seek(partition, from);
    long deadline = System.nanoTime() + options.kafkaTimeout().toNanos();
    Optional<Recorded> last = Optional.empty();
    while (consumer.position(partition) < end) {
      for (ConsumerRecord<byte[], byte[]> each : consumer.poll(Duration.ofMillis(100))) {
        last = Optional.of(recorded(each));
      }
      if (System.nanoTime() - deadline > 0) {
        throw new RelayException("Kafka does not give the last record of " + options.topic());
      }
    }
    return last;
  }

  private static long offset(Map<TopicPartition, Long> offsets, TopicPartition partition) {
    return offsets.getOrDefault(partition, 0L);
  }

  private static Recorded recorded(ConsumerRecord<byte[], byte[]> each) {
    Map<String, String> headers = new HashMap<>();
    each.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
    return KafkaHeaders.read(headers, new String(each.value(), UTF_8));
  }
}
