package io.weir.ledger.relay;

import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.Topic;
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
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Makes sure of a topic of one partition, which keeps everything unless somebody says otherwise,
 * and knows where it ends.
 */
public final class KafkaTopic {
  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

  private static final List<String> KEEPS_EVERYTHING =
      List.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.RETENTION_MS_CONFIG,
          TopicConfig.RETENTION_BYTES_CONFIG);

  private final RelayOptions options;
  private final Map<String, String> settings;
  private final boolean keepsEverything;

  /** A topic that keeps everything. */
  public KafkaTopic(RelayOptions options) {
    this(options, Topic.settings(options.replicationFactor()), true);
  }

  /** A topic that is made with other settings; of one that exists, only the partitions matter. */
  public KafkaTopic(RelayOptions options, Map<String, String> settings) {
    this(options, settings, false);
  }

  private KafkaTopic(RelayOptions options, Map<String, String> settings, boolean keepsEverything) {
    this.options = options;
    this.settings = Map.copyOf(settings);
    this.keepsEverything = keepsEverything;
  }

  /** Settings all clients of the relay share. */
  public Map<String, Object> connection() {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, options.bootstrapServers());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, "weir-relay");
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MILLIS);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return config;
  }

  /** Creates the topic if it is not there; throws if it has more than one partition. */
  public void ensure() throws InterruptedException {
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
        if (partitions != Topic.PARTITIONS) {
          throw new RelayException(
              "topic %s has %d partitions; its order needs exactly one"
                  .formatted(options.topic(), partitions));
        }
        if (keepsEverything) {
          checkSettings(admin);
        }
      }
    }
  }

  private NewTopic definition() {
    return new NewTopic(options.topic(), Topic.PARTITIONS, options.replicationFactor())
        .configs(settings);
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
        String wanted = settings.get(name);
        String is = setting(found, name);
        if (!is.equals(wanted)) {
          throw new RelayException(
              "topic %s has %s=%s; the ledger needs %s"
                  .formatted(options.topic(), name, is, wanted));
        }
      }
      String limit = setting(found, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
      if (Integer.parseInt(limit) < Topic.MAX_RECORD_BYTES) {
        throw new RelayException(
            "topic %s has %s=%s; the ledger needs at least %d"
                .formatted(
                    options.topic(),
                    TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                    limit,
                    Topic.MAX_RECORD_BYTES));
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
    try (var end = new TopicEnd(options, connection())) {
      return end.last();
    }
  }
}
