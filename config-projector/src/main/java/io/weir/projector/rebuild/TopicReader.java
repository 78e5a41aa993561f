package io.weir.projector.rebuild;

import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.CommitReader;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.projector.projection.TopicRecords;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * The ledger topic from its first record on, by a consumer that no group knows of. A thread of its
 * own reads and verifies a little ahead of the one that asks.
 */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);
  private static final int FETCH_BYTES = 8 << 20;

  /** Few at once: what is on its way is what the collector copies. */
  private static final int MOST_RECORDS = 500;

  private static final int AHEAD = 3;

  private final KafkaConsumer<String, String> consumer;
  private final BlockingQueue<CommitReader.Read> ahead = new ArrayBlockingQueue<>(AHEAD);
  private final Queue<Commit> read = new ArrayDeque<>();
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;
  private @Nullable TopicFault fault;

  TopicReader(String bootstrapServers, String topic) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                MOST_RECORDS,
                ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
                FETCH_BYTES),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> all = List.of(new TopicPartition(topic, 0));
    consumer.assign(all);
    consumer.seekToBeginning(all);
    Thread.ofPlatform().name("rebuild-reader").daemon().start(this::readAhead);
  }

  private void readAhead() {
    CommitReader reader = new CommitReader(null);
    try (consumer) {
      while (!closed) {
        CommitReader.Read next = reader.read(TopicRecords.of(consumer.poll(POLL)));
        boolean empty = next.fault() == null && next.commits().isEmpty();
        while (!empty && !closed && !ahead.offer(next, POLL.toMillis(), TimeUnit.MILLISECONDS)) {
          // whoever asks is still busy with what it has
        }
        if (next.fault() != null) {
          return;
        }
      }
    } catch (WakeupException | InterruptedException e) {
      // closed
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /**
   * The next commands up to a position; none if Kafka has none to give at the moment. Throws what a
   * record is refused for once all before it were given.
   */
  List<Commit> upTo(long position) {
    if (read.isEmpty() && fault != null) {
      throw new TopicFaultException(fault);
    }
    if (read.isEmpty()) {
      CommitReader.Read next = next();
      if (next == null) {
        return List.of();
      }
      read.addAll(next.commits());
      fault = next.fault();
    }
    List<Commit> commits = new ArrayList<>();
    while (!read.isEmpty() && read.peek().position() <= position) {
      commits.add(read.remove());
    }
    return commits;
  }

  private CommitReader.@Nullable Read next() {
    try {
      CommitReader.Read next = ahead.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
      Throwable why = failure;
      if (next == null && why != null) {
        throw new IllegalStateException("the topic cannot be read: " + why, why);
      }
      return next;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
  }
}
