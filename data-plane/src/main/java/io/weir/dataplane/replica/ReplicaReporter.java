package io.weir.dataplane.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.contracts.codec.Json;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * Tells the topic of replicas where this replica stands: a moment after a change, with all that
 * came meanwhile, and every few seconds as a sign of life; nothing when it leaves in good order. On
 * a thread of its own, because Kafka may be away.
 */
final class ReplicaReporter {
  private static final System.Logger LOG = System.getLogger(ReplicaReporter.class.getName());
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final Duration COALESCE = Duration.ofMillis(100);
  private static final int SEND_TIMEOUT_MILLIS = ReportTopic.TIMEOUT_MILLIS;

  private final ReportTopic topic;
  private final String key;
  private final Supplier<ReplicaReport> report;
  private final Semaphore changes = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "replica-reporter");
  private volatile boolean stopping;
  private volatile @Nullable KafkaProducer<String, byte[]> current;

  ReplicaReporter(
      String bootstrapServers, String topic, String key, Supplier<ReplicaReport> report) {
    this.topic =
        new ReportTopic(
            bootstrapServers,
            topic,
            Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    this.key = key;
    this.report = report;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Something has changed. Any thread, never blocks. */
  void changed() {
    changes.release();
  }

  /** Goes on with another producer. Any thread. */
  void renew() {
    KafkaProducer<String, byte[]> producer = current;
    if (producer != null && !stopping) {
      producer.close(Duration.ZERO);
    }
    changes.release();
  }

  /** Withdraws the report and stops; returns within seconds even if Kafka is away. */
  void stop() {
    stopping = true;
    changes.release();
    try {
      thread.join(2L * SEND_TIMEOUT_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    boolean topicExists = false;
    while (!stopping) {
      try (KafkaProducer<String, byte[]> producer = topic.producer(SEND_TIMEOUT_MILLIS)) {
        current = producer;
        if (!topicExists) {
          topic.create();
          topicExists = true;
        }
        while (!stopping) {
          send(producer, Json.MAPPER.writeValueAsBytes(report.get()));
          awaitChange();
        }
        send(producer, null);
        producer.close(Duration.ofMillis(SEND_TIMEOUT_MILLIS));
      } catch (KafkaException
          | IllegalStateException
          | ExecutionException
          | JsonProcessingException e) {
        // an illegal state is that of a producer that was closed to be renewed
        LOG.log(System.Logger.Level.DEBUG, "the report waits for Kafka: " + e);
        topicExists = false;
        sleep();
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void send(KafkaProducer<String, byte[]> producer, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(topic.name(), key, value));
  }

  /**
   * Not at once: who makes and takes the report wants the processor that the change still needs.
   */
  private void awaitChange() throws InterruptedException {
    if (changes.tryAcquire(EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
      if (!stopping) {
        Thread.sleep(COALESCE);
      }
      changes.drainPermits();
    }
  }

  private void sleep() {
    try {
      if (changes.tryAcquire(1, TimeUnit.SECONDS) && !stopping) {
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      stopping = true;
    }
  }
}
