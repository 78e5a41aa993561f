package io.weir.projector.replica;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The topic that replicas report in; whoever needs it first creates it. */
@ApplicationScoped
public class ReplicasTopic {
  private static final Logger LOG = Logger.getLogger(ReplicasTopic.class);
  private static final long PAUSE_SECONDS = 2;

  private final String bootstrapServers;
  private final String topic;
  private final CountDownLatch ended = new CountDownLatch(1);

  ReplicasTopic(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      @ConfigProperty(name = "weir.replicas.topic") String topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  /** Creates the topic in the background as soon as Kafka answers, unless it is there. */
  public void ensure() {
    Thread.ofVirtual().name("replicas-topic").start(this::untilThere);
  }

  /** Gives up. */
  public void stop() {
    ended.countDown();
  }

  private void untilThere() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      do {
        if (create(admin)) {
          return;
        }
      } while (!ended.await(PAUSE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean create(Admin admin) throws InterruptedException {
    NewTopic compacted =
        new NewTopic(topic, Optional.of(1), Optional.empty())
            .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    try {
      admin.createTopics(List.of(compacted)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return true;
      }
      LOG.debugf("Topic %s cannot be created yet: %s", topic, e.getMessage());
      return false;
    }
  }
}
