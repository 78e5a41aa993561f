package io.weir.control.traffic.intake;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.weir.contracts.topic.TrafficTopic;
import io.weir.ledger.relay.KafkaTopic;
import io.weir.ledger.relay.RelayException;
import io.weir.ledger.relay.RelayOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the topic that replicas tell of their traffic in, as soon as Kafka answers. */
@ApplicationScoped
class TrafficTopicStart {
  private static final Logger LOG = Logger.getLogger(TrafficTopicStart.class);
  private static final long PAUSE_SECONDS = 2;

  /** In the place of a name: replicas tell nothing. */
  private static final String NONE = "off";

  private final CountDownLatch ended = new CountDownLatch(1);
  private final RelayOptions options;

  TrafficTopicStart(
      RelayOptions ledger, @ConfigProperty(name = "weir.traffic.topic") String topic) {
    options = RelayOptions.of(ledger.bootstrapServers(), topic, ledger.replicationFactor());
  }

  void start(@Observes StartupEvent started) {
    if (!options.topic().equals(NONE)) {
      Thread.ofVirtual().name("traffic-topic").start(this::untilThere);
    }
  }

  void stop(@Observes ShutdownEvent stopping) {
    ended.countDown();
  }

  private void untilThere() {
    var topic = new KafkaTopic(options, TrafficTopic.settings());
    try {
      do {
        if (made(topic)) {
          return;
        }
      } while (!ended.await(PAUSE_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean made(KafkaTopic topic) throws InterruptedException {
    try {
      topic.ensure();
      return true;
    } catch (RelayException | KafkaException e) {
      LOG.debugf("The topic of traffic cannot be made yet: %s", e.getMessage());
      return false;
    }
  }
}
