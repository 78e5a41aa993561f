package io.weir.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;

/** A single Kafka broker for tests; it never creates a topic nobody asked for. */
public sealed interface Kafka extends Server permits EmbeddedKafka, ContainerKafka {

  /** What a client needs to connect, host and port; the same over restarts. */
  String bootstrapServers();

  /** Creates a topic of one partition that keeps everything. */
  default void createTopic(String name) {
    createTopic(name, 1, Map.of("retention.ms", "-1"));
  }

  /** Creates a topic; throws {@link IllegalStateException} when it exists. */
  default void createTopic(String name, int partitions, Map<String, String> config) {
    try (var admin = admin()) {
      var topic = new NewTopic(name, partitions, (short) 1).configs(config);
      await("create topic " + name, admin.createTopics(List.of(topic)).all());
    }
  }

  /** Deletes a topic; throws {@link IllegalStateException} when it does not exist. */
  default void deleteTopic(String name) {
    try (var admin = admin()) {
      await("delete topic " + name, admin.deleteTopics(List.of(name)).all());
    }
  }

  /** A new administration client that the caller closes. */
  default Admin admin() {
    return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
  }

  private static void await(String what, KafkaFuture<?> future) {
    try {
      future.get(60, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("could not " + what, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: " + what, e);
    }
  }
}
