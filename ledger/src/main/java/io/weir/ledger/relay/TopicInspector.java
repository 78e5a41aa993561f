package io.weir.ledger.relay;

import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.ledger.StoredEvents;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the topic as its readers do and proves that it is the ledger: from its first record, which
 * is event 1, every record is the next event or one before it, and the database holds them all. One
 * thread.
 */
final class TopicInspector implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);

  private final RelayOptions options;
  private final StoredEvents ledger;
  private final UUID ledgerId;
  private final Waiting meanwhile;
  private final TopicPartition partition;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private @Nullable TopicMark mark;

  /** Something to look after while waiting; may throw to end it. */
  @FunctionalInterface
  interface Waiting {
    void check() throws InterruptedException;
  }

  /**
   * Connects when it is used.
   *
   * @param connection settings that all clients of the relay share
   */
  TopicInspector(
      RelayOptions options,
      Map<String, Object> connection,
      StoredEvents ledger,
      UUID ledgerId,
      Waiting meanwhile) {
    this.options = options;
    this.ledger = ledger;
    this.ledgerId = ledgerId;
    this.meanwhile = meanwhile;
    Map<String, Object> config = new HashMap<>(connection);
    config.put(
        ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
        Math.toIntExact(options.kafkaTimeout().toMillis()));
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    var bytes = new ByteArrayDeserializer();
    partition = new TopicPartition(options.topic(), 0);
    consumer = new KafkaConsumer<>(config, bytes, bytes);
    consumer.assign(List.of(partition));
  }

  /**
   * Proves the topic from where it was proven before, if it is still that one, else from its
   * beginning.
   *
   * @param topic Kafka's id of the topic as it is now
   * @throws DamagedTopicException if it is not the ledger
   * @throws RelayException if it has what the database does not, or Kafka does not give it
   */
  TopicMark open(Uuid topic, Optional<TopicMark> remembered) throws InterruptedException {
    long first = first();
    long end = end();
    TopicMark start =
        remembered
            .filter(known -> known.topic().equals(topic) && known.first() == first)
            .filter(known -> known.next() <= end)
            .orElseGet(() -> new TopicMark(topic, first, first, Chain.genesis(ledgerId)));
    mark = start;
    consumer.seek(partition, start.next());
    if (start.end().position() > 0) {
      requireHeld(start.end());
    }
    return advance(end);
  }

  /**
   * Proves what has come since.
   *
   * @param topic Kafka's id of the topic as it is now
   */
  TopicMark look(Optional<Uuid> topic) throws InterruptedException {
    TopicMark known = known();
    if (!topic.equals(Optional.of(known.topic()))) {
      throw new RelayException(
          "topic %s %s".formatted(options.topic(), topic.isEmpty() ? "is gone" : "was made anew"));
    }
    long first = first();
    if (first != known.first()) {
      throw damaged("its records before offset %d were removed".formatted(first));
    }
    return advance(end());
  }

  private TopicMark known() {
    TopicMark known = mark;
    if (known == null) {
      throw new IllegalStateException("the topic was not opened");
    }
    return known;
  }

  private TopicMark advance(long end) throws InterruptedException {
    TopicMark known = known();
    if (known.next() >= end) {
      return known;
    }
    Chain chain = known.end();
    for (var page = next(end); !page.isEmpty(); page = next(end)) {
      for (ConsumerRecord<byte[], byte[]> record : page) {
        chain = after(chain, record);
      }
    }
    if (chain.position() > 0) {
      requireHeld(chain);
    }
    TopicMark now =
        new TopicMark(known.topic(), known.first(), consumer.position(partition), chain);
    mark = now;
    return now;
  }

  private DamagedTopicException damaged(String what) {
    return new DamagedTopicException(
        "topic %s is not the ledger: %s".formatted(options.topic(), what));
  }

  private Chain after(Chain chain, ConsumerRecord<byte[], byte[]> record) {
    Recorded event;
    try {
      event = KafkaRecords.of(record).recorded();
    } catch (TopicFaultException e) {
      throw damaged(e.fault().sentence());
    }
    try {
      return chain.step(event) == Chain.Step.APPLY ? chain.after(event) : chain;
    } catch (BrokenChainException e) {
      throw damaged(TopicFault.of(e.kind(), event.envelope(), e.what()).sentence());
    }
  }

  /**
   * Proves that removing the topic's records loses nothing: the database holds every event in it.
   *
   * @param ours whether the ledger was copied to it before; if not, there has to be an event of it
   * @return the offset after the last record that was looked at
   * @throws RelayException if it has what the database does not
   */
  long proveHeld(boolean ours) throws InterruptedException {
    long end = end();
    consumer.seek(partition, first());
    Chain run = null;
    for (var page = next(end); !page.isEmpty(); page = next(end)) {
      for (ConsumerRecord<byte[], byte[]> record : page) {
        run = continued(run, record);
      }
    }
    if (run != null) {
      requireHeld(run);
    } else if (!ours) {
      throw new RelayException(
          "topic %s has records, and none of them is of the ledger: it may be somebody else's"
              .formatted(options.topic()));
    }
    return end;
  }

  /** What continues a chain is held if its end is; where it does not, its end is asked for. */
  private @Nullable Chain continued(@Nullable Chain run, ConsumerRecord<byte[], byte[]> record) {
    Recorded event;
    try {
      event = KafkaRecords.of(record).recorded();
    } catch (TopicFaultException foreign) {
      return run;
    }
    try {
      if (run != null && run.step(event) == Chain.Step.APPLY) {
        return run.after(event);
      }
    } catch (BrokenChainException elsewhere) {
      // another run begins here
    }
    if (run != null) {
      requireHeld(run);
    }
    return new Chain(event.envelope().ledgerId(), event.envelope().position(), event.hash());
  }

  /**
   * The database has this event, so it has all before it. The topic must not be ahead of it: what
   * is there was answered for.
   */
  private void requireHeld(Chain end) {
    Chain head = ledger.head();
    boolean same = end.ledgerId().equals(head.ledgerId());
    if (same && head.position() < end.position()) {
      throw rewound(head.position(), end.position());
    }
    if (!same || !ledger.hold(end)) {
      throw new RelayException(
          "the topic has event %d of another history: the ledger has been founded anew, or written after it was rewound"
              .formatted(end.position()));
    }
  }

  static RelayException rewound(long head, long published) {
    return new RelayException(
        "the ledger has been rewound: its database ends with event %d, but event %d is in the topic"
            .formatted(head, published));
  }

  /** The next records before an offset; none when they have all been given. */
  private ConsumerRecords<byte[], byte[]> next(long end) throws InterruptedException {
    long deadline = System.nanoTime() + options.kafkaTimeout().toNanos();
    while (consumer.position(partition) < end) {
      meanwhile.check();
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      if (!records.isEmpty()) {
        return records;
      }
      if (System.nanoTime() - deadline > 0) {
        throw new RelayException("Kafka does not give the records of " + options.topic());
      }
    }
    return ConsumerRecords.empty();
  }

  private long first() {
    return consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  private long end() {
    return consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
