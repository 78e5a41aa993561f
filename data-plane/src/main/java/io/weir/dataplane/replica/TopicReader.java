package io.weir.dataplane.replica;

import io.weir.contracts.topic.TopicRecord;
import io.weir.dataplane.witness.Witness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.InvalidOffsetException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the ledger topic on a thread of its own, without a consumer group: each replica reads all
 * of it, and where it is is its own business. An offset is derived from the position: each event is
 * in the topic at least once and in order, so position p stands at offset p - 1 or later, and what
 * is read twice is dropped.
 */
final class TopicReader {
  private static final System.Logger LOG = System.getLogger(TopicReader.class.getName());
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration PROBE_TIMEOUT = Duration.ofMillis(1_500);
  private static final Duration PROBE_EVERY = Duration.ofSeconds(1);

  /** How long a consumer may find nobody before it is replaced: it may be what is wrong. */
  private static final Duration GIVEN_UP_AFTER = Duration.ofSeconds(30);

  private static final Duration RECONNECT_PAUSE = Duration.ofMillis(500);
  private static final Duration RETRY_PAUSE = Duration.ofSeconds(5);
  private static final Duration LONGEST_RETRY_PAUSE = Duration.ofMinutes(1);

  private final String bootstrapServers;
  private final TopicPartition partition;
  private final CopyLoader loader;
  private final @Nullable Witness witness;
  private final Thread thread = new Thread(this::run, "topic-reader");
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile @Nullable KafkaConsumer<String, String> current;
  private volatile long lag = -1;
  private boolean fromBeginning;
  private boolean stuckBefore;
  private Duration retryPause = RETRY_PAUSE;

  TopicReader(String bootstrapServers, String topic, CopyLoader loader, @Nullable Witness witness) {
    this.bootstrapServers = bootstrapServers;
    this.partition = new TopicPartition(topic, 0);
    this.loader = loader;
    this.witness = witness;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Stops reading; waits for the record in hand. */
  void stop() {
    stop.countDown();
    renew();
    try {
      thread.join(5_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Goes on with another consumer. Any thread, never blocks. */
  void renew() {
    KafkaConsumer<String, String> consumer = current;
    if (consumer != null) {
      consumer.wakeup();
    }
  }

  /** How many records are in the topic that have not been read, -1 if that is not known. */
  long lag() {
    return lag;
  }

  private void run() {
    while (!stopped()) {
      try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config())) {
        current = consumer;
        read(consumer);
      } catch (WakeupException e) {
        LOG.log(
            System.Logger.Level.DEBUG, "the topic reader stops, or goes on with another consumer");
      } catch (InvalidOffsetException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "the topic does not hold the expected offset, it is read from its beginning: "
                + e.getMessage());
        fromBeginning = true;
      } catch (KafkaException e) {
        lag = -1;
        loader.lost(e.toString());
        pause(RECONNECT_PAUSE);
      } catch (RuntimeException | Error e) {
        // a thread that died silently would leave a replica that looks live and stands still
        loader.failed(e);
        pauseBeforeRetry();
      }
    }
  }

  /** Reads until stopped, stuck or cut off. */
  private void read(KafkaConsumer<String, String> consumer) {
    consumer.assign(List.of(partition));
    // first of all: whatever is appended from now on is not what catching up means
    long target = endOffset(consumer);
    long verified = loader.verifiedPosition();
    boolean shorter = target < verified;
    // what the witness has missed is read again; whoever has applied it drops it
    long position = witness == null ? verified : Math.min(verified, witness.position());
    if (fromBeginning || shorter || position == 0) {
      consumer.seekToBeginning(List.of(partition));
    } else {
      consumer.seek(partition, position - 1);
    }
    fromBeginning = false;
    loader.found(target);
    boolean caughtUp = false;
    long probed = System.nanoTime();
    long answered = probed;
    while (!stopped()) {
      ConsumerRecords<String, String> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        List<TopicRecord> page = understood(records);
        if (witness != null) {
          witness.read(page);
        }
        if (!loader.load(page)) {
          retry();
          return;
        }
      }
      if (!caughtUp && consumer.position(partition, PROBE_TIMEOUT) >= target) {
        caughtUp = true;
        stuckBefore = false;
        retryPause = RETRY_PAUSE;
        loader.caughtUp();
      }
      if (System.nanoTime() - probed > PROBE_EVERY.toNanos()) {
        boolean answers = probe(consumer);
        probed = System.nanoTime();
        if (answers) {
          answered = probed;
        } else if (probed - answered > GIVEN_UP_AFTER.toNanos()) {
          return;
        }
      }
    }
  }

  /** A consumer does not say that its broker is gone: asking for the end of the log tells. */
  private boolean probe(KafkaConsumer<String, String> consumer) {
    try {
      lag = endOffset(consumer) - consumer.position(partition, PROBE_TIMEOUT);
      loader.answered();
      return true;
    } catch (TimeoutException e) {
      lag = -1;
      loader.lost(String.valueOf(e.getMessage()));
      return false;
    }
  }

  private long endOffset(KafkaConsumer<String, String> consumer) {
    Long end = consumer.endOffsets(List.of(partition), PROBE_TIMEOUT).get(partition);
    if (end == null) {
      throw new TimeoutException("there is no topic " + partition.topic() + " yet");
    }
    return end;
  }

  private static List<TopicRecord> understood(ConsumerRecords<String, String> records) {
    List<TopicRecord> list = new ArrayList<>(records.count());
    for (ConsumerRecord<String, String> each : records) {
      list.add(
          TopicRecord.of(each.offset(), each.headers(), Header::key, Header::value, each.value()));
    }
    return list;
  }

  /** Whoever puts the topic right need not know that this replica is waiting for it. */
  private void retry() {
    fromBeginning = loader.rereadMayHelp();
    if (fromBeginning && !stuckBefore) {
      // at once: most often the topic was made anew under our feet
      stuckBefore = true;
    } else {
      pauseBeforeRetry();
    }
  }

  private void pauseBeforeRetry() {
    pause(retryPause);
    Duration longer = retryPause.multipliedBy(2);
    retryPause = longer.compareTo(LONGEST_RETRY_PAUSE) < 0 ? longer : LONGEST_RETRY_PAUSE;
  }

  private void pause(Duration time) {
    try {
      if (stop.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.log(System.Logger.Level.DEBUG, "the topic reader stops");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean stopped() {
    return stop.getCount() == 0 || Thread.currentThread().isInterrupted();
  }

  private Map<String, Object> config() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bootstrapServers,
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        StringDeserializer.class,
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "none",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
        false,
        // the broker answers with the first byte it has: an event is here as soon as it is there
        ConsumerConfig.FETCH_MIN_BYTES_CONFIG,
        1,
        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
        2_000,
        ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
        500);
  }
}
