package io.weir.ledger.relay;

import io.weir.contracts.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;

/**
 * A topic of one partition that Weir writes to, which keeps everything unless somebody says
 * otherwise.
 */
public final class KafkaTopic {
  private static final int REQUEST_TIMEOUT_MILLIS = 5_000;

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

  TopicAdmin admin() {
    return new TopicAdmin(options, connection());
  }

  /**
   * Creates the topic if it is not there, for which alone the right to create it is needed.
   *
   * @throws RelayException if it has more than one partition, or may drop what the ledger needs
   */
  public void ensure() throws InterruptedException {
    try (TopicAdmin admin = admin()) {
      ensure(admin);
    }
  }

  /** The same; gives what {@link #require} does. */
  Optional<Uuid> ensure(TopicAdmin admin) throws InterruptedException {
    if (admin.find().isEmpty()) {
      admin.create(
          new NewTopic(options.topic(), Topic.PARTITIONS, options.replicationFactor())
              .configs(settings));
    }
    // whoever created it: somebody else may have been in between
    return require(admin);
  }

  /**
   * What the topic has to be while it is written to; gives Kafka's id of it, or nothing if it is
   * gone.
   *
   * @throws RelayException if it is otherwise
   */
  Optional<Uuid> require(TopicAdmin admin) throws InterruptedException {
    Optional<TopicDescription> found = admin.find();
    if (found.isPresent()) {
      int partitions = found.get().partitions().size();
      if (partitions != Topic.PARTITIONS) {
        throw new RelayException(
            "topic %s has %d partitions; its order needs exactly one"
                .formatted(options.topic(), partitions));
      }
      if (keepsEverything) {
        admin.requireSettings(settings);
      }
    }
    return found.map(TopicDescription::topicId);
  }
}
