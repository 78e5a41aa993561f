package io.weir.projector.intake;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.weir.projector.projection.LedgerSettings;
import io.weir.projector.projection.Patience;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** The consumer behind the channel {@code ledger}, for what the channel itself cannot say. */
@ApplicationScoped
class LedgerConsumer {
  private static final Logger LOG = Logger.getLogger(LedgerConsumer.class);
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final long PAUSE_MS = 100;

  private final KafkaClientService clients;
  private final TopicPartition partition;

  LedgerConsumer(KafkaClientService clients, LedgerSettings settings) {
    this.clients = clients;
    this.partition = new TopicPartition(settings.topic(), 0);
  }

  /** Continues at an offset, or at the first there is if that one does not exist. */
  void seek(long offset, Patience patience) {
    run(
        consumer -> {
          consumer.seek(partition, offset);
          return offset;
        },
        patience);
  }

  /** The offset after the last record. */
  long endOffset(Patience patience) {
    return run(
        consumer -> {
          Map<TopicPartition, Long> ends = consumer.endOffsets(List.of(partition), LIMIT);
          return ends.getOrDefault(partition, 0L);
        },
        patience);
  }

  /**
   * Asks until there is an answer: at the start the consumer, the topic or Kafka itself may not be
   * there yet.
   */
  private long run(Function<Consumer<String, String>, Long> question, Patience patience) {
    while (true) {
      KafkaConsumer<String, String> consumer = clients.getConsumer("ledger");
      if (consumer != null) {
        try {
          return consumer.runOnPollingThread(question).await().atMost(LIMIT.multipliedBy(2));
        } catch (RuntimeException e) {
          LOG.debugf("No answer from Kafka yet: %s", e.getMessage());
        }
      }
      patience.pause(PAUSE_MS);
    }
  }
}
