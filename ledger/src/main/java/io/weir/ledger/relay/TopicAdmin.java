package io.weir.ledger.relay;

import io.weir.contracts.topic.Topic;
import java.lang.System.Logger.Level;
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
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What is asked of Kafka about one topic. Every method throws {@link RelayException} if Kafka does
 * not answer in time or does not let it be done. One thread.
 */
final class TopicAdmin implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(TopicAdmin.class.getName());

  private static final List<String> KEEPS_EVERYTHING =
      List.of(
          TopicConfig.CLEANUP_POLICY_CONFIG,
          TopicConfig.RETENTION_MS_CONFIG,
          TopicConfig.RETENTION_BYTES_CONFIG);

  private final Admin admin;
  private final String topic;
  private final int timeoutMillis;

  /**
   * Connects when it is used.
   *
   * @param connection settings that all clients of the relay share
   */
  TopicAdmin(RelayOptions options, Map<String, Object> connection) {
    topic = options.topic();
    timeoutMillis = Math.toIntExact(options.kafkaTimeout().toMillis());
    connection.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, timeoutMillis);
    admin = Admin.create(connection);
  }

  /** The topic as it is, if there is one. */
  Optional<TopicDescription> find() throws InterruptedException {
    try {
      return Optional.of(
          answer(
              Objects.requireNonNull(
                  admin.describeTopics(List.of(topic)).topicNameValues().get(topic)),
              "cannot describe topic " + topic));
    } catch (RelayException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Creates the topic; somebody else may have done so meanwhile. */
  void create(NewTopic definition) throws InterruptedException {
    try {
      answer(admin.createTopics(List.of(definition)).all(), "cannot create topic " + topic);
    } catch (RelayException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw e;
      }
    }
  }

  /**
   * Somebody else's topic may drop old events, or refuse large ones, long after all seemed well.
   *
   * @param wanted settings by their names; those that say how long records are kept have to be so
   */
  void requireSettings(Map<String, String> wanted) throws InterruptedException {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config found =
        Objects.requireNonNull(
            answer(admin.describeConfigs(List.of(resource)).all(), "cannot describe topic " + topic)
                .get(resource));
    for (String name : KEEPS_EVERYTHING) {
      String is = setting(found, name);
      if (!is.equals(wanted.get(name))) {
        throw new RelayException(
            "topic %s has %s=%s; the ledger needs %s".formatted(topic, name, is, wanted.get(name)));
      }
    }
    String limit = setting(found, TopicConfig.MAX_MESSAGE_BYTES_CONFIG);
    if (Integer.parseInt(limit) < Topic.MAX_RECORD_BYTES) {
      throw new RelayException(
          "topic %s has %s=%s; the ledger needs at least %d"
              .formatted(
                  topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG, limit, Topic.MAX_RECORD_BYTES));
    }
  }

  private String setting(Config found, String name) {
    ConfigEntry entry = found.get(name);
    if (entry == null || entry.value() == null) {
      throw new RelayException("topic %s does not say its %s".formatted(topic, name));
    }
    return entry.value();
  }

  /**
   * Removes every record before an offset; the topic stays, and so does who reads at its end. Where
   * Kafka does not let that be done, the topic is deleted instead.
   */
  void removeBefore(long offset) throws InterruptedException {
    var partition = new TopicPartition(topic, 0);
    try {
      answer(
          admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset))).all(),
          "cannot remove records of topic " + topic);
    } catch (RelayException e) {
      LOG.log(Level.WARNING, "{0}: {1}; the topic is deleted", e.getMessage(), e.getCause());
      answer(admin.deleteTopics(List.of(topic)).all(), "cannot delete topic " + topic);
    }
  }

  private <T> T answer(KafkaFuture<T> future, String failed) throws InterruptedException {
    try {
      return future.get(timeoutMillis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new RelayException("Kafka does not answer", e);
    } catch (ExecutionException e) {
      throw new RelayException(failed, e.getCause());
    }
  }

  @Override
  public void close() {
    admin.close();
  }
}
