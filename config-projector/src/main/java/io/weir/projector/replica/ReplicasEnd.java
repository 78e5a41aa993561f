package io.weir.projector.replica;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells the reports that come while this process runs from those that were in the topic before:
 * only of the first it knows itself when they came.
 */
@ApplicationScoped
class ReplicasEnd {
  private static final Duration LIMIT = Duration.ofSeconds(3);

  private final KafkaClientService clients;
  private final TopicPartition partition;
  private long end = -1;
  private long seen = -1;
  private boolean compared;

  ReplicasEnd(
      KafkaClientService clients, @ConfigProperty(name = "weir.replicas.topic") String topic) {
    this.clients = clients;
    this.partition = new TopicPartition(topic, 0);
  }

  /**
   * Takes note of records. Where they begin again, the topic was made anew, or is read anew: what
   * is in it now was there before.
   */
  synchronized void passed(long first, long last) {
    if (first <= seen) {
      end = -1;
      compared = false;
    }
    seen = last;
  }

  /** The offset after the last record there was when this was asked for first. */
  Uni<Long> atStart() {
    synchronized (this) {
      if (end >= 0) {
        return Uni.createFrom().item(end);
      }
    }
    KafkaConsumer<String, String> consumer = clients.getConsumer("replicas");
    if (consumer == null) {
      return Uni.createFrom().failure(new IllegalStateException("there is no consumer yet"));
    }
    return consumer
        .runOnPollingThread(
            kafka -> {
              Map<TopicPartition, Long> ends = kafka.endOffsets(List.of(partition), LIMIT);
              return ends.getOrDefault(partition, 0L);
            })
        .invoke(this::began);
  }

  private synchronized void began(long at) {
    if (end < 0) {
      end = at;
    }
  }

  /** Compares, once, what is known of the topic with where it ended. */
  Uni<Void> known(SqlConnection c, long until) {
    synchronized (this) {
      if (compared) {
        return Uni.createFrom().voidItem();
      }
    }
    return c.preparedQuery(ReportSql.FORGET_OFFSETS)
        .execute(Tuple.of(until))
        .invoke(this::compared)
        .replaceWithVoid();
  }

  private synchronized void compared() {
    compared = true;
  }
}
