package io.weir.dataplane.replica;

import io.weir.contracts.topic.TrafficTopic;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Tells the topic of traffic once a second what there is to tell. What Kafka does not take is
 * dropped and counted: traffic goes on, and nothing piles up. On a thread of its own.
 */
public final class TrafficReporter {
  private static final System.Logger LOG = System.getLogger(TrafficReporter.class.getName());
  private static final int DELIVERY_MILLIS = 15_000;
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long STOP_MILLIS = 6_000;

  private final ReportTopic topic;
  private final String key;
  private final Source source;
  private final Clock clock;
  private final AtomicLong dropped = new AtomicLong();
  private final CountDownLatch stop = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "traffic-reporter");
  private volatile boolean failing;
  private volatile boolean renewing;

  private volatile @Nullable KafkaProducer<String, byte[]> producer;

  // of the thread
  private long triedAt = System.nanoTime() - RETRY_NANOS;

  /** What there is to tell. */
  @FunctionalInterface
  public interface Source {
    /**
     * The records that are due.
     *
     * @param last whether nobody will ask again
     */
    List<byte[]> due(Instant now, boolean last) throws InterruptedException;
  }

  /**
   * A reporter that has not begun.
   *
   * @param topic its name
   * @param key of all records, the replica's id
   */
  public TrafficReporter(
      String bootstrapServers, String topic, String key, Source source, Clock clock) {
    this.topic = new ReportTopic(bootstrapServers, topic, TrafficTopic.settings());
    this.key = key;
    this.source = source;
    this.clock = clock;
    thread.setDaemon(true);
  }

  /** Begins to tell. */
  public void start() {
    thread.start();
  }

  /** Tells what there is and ends; returns within seconds even if Kafka is away. */
  public void stop() {
    stop.countDown();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on with another producer. Any thread. */
  public void renew() {
    KafkaProducer<String, byte[]> old = producer;
    renewing = true;
    if (old != null) {
      old.close(Duration.ZERO);
    }
  }

  /** How many records Kafka did not take. */
  public long dropped() {
    return dropped.get();
  }

  private void run() {
    try {
      connected();
      boolean last = false;
      while (!last) {
        last = stop.await(untilNextSecond(), TimeUnit.MILLISECONDS);
        tell(last);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      if (producer != null) {
        producer.close(Duration.ofMillis(ReportTopic.TIMEOUT_MILLIS));
      }
    }
  }

  private long untilNextSecond() {
    return 1_000 - clock.millis() % 1_000;
  }

  private void tell(boolean last) throws InterruptedException {
    try {
      for (byte[] record : source.due(clock.instant(), last)) {
        send(record);
      }
    } catch (RuntimeException bug) {
      LOG.log(System.Logger.Level.ERROR, "traffic could not be reported", bug);
    }
  }

  private void send(byte[] record) throws InterruptedException {
    KafkaProducer<String, byte[]> to = connected();
    if (to == null) {
      dropped.incrementAndGet();
      return;
    }
    try {
      to.send(new ProducerRecord<>(topic.name(), key, record), (_, failure) -> sent(failure));
    } catch (KafkaException | IllegalStateException e) {
      // an illegal state is that of a producer that was closed to be renewed
      sent(e);
    }
  }

  private void sent(@Nullable Exception failure) {
    failing = failure != null;
    if (failure != null) {
      dropped.incrementAndGet();
    }
  }

  /** Whom to send to, or null; looks for Kafka and the topic if one is away. */
  private @Nullable KafkaProducer<String, byte[]> connected() throws InterruptedException {
    KafkaProducer<String, byte[]> old = producer;
    if (renewing && old != null) {
      old.close(Duration.ZERO);
      producer = null;
    }
    renewing = false;
    if (producer != null && !failing) {
      return producer;
    }
    if (System.nanoTime() - triedAt < RETRY_NANOS) {
      return null;
    }
    try {
      topic.create();
      if (producer == null) {
        producer = topic.producer(DELIVERY_MILLIS);
      }
      failing = false;
    } catch (KafkaException | ExecutionException e) {
      LOG.log(System.Logger.Level.DEBUG, "reports of traffic wait for Kafka: " + e);
    }
    triedAt = System.nanoTime();
    return failing ? null : producer;
  }
}
