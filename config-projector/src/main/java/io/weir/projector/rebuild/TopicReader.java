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
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/** The ledger topic from its first record on, by a consumer that no group knows of. One thread. */
final class TopicReader implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(200);

  private final KafkaConsumer<String, String> consumer;
  private final CommitReader reader = new CommitReader(null);
  private final Queue<Commit> read = new ArrayDeque<>();
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
                2_000),
            new StringDeserializer(),
            new StringDeserializer());
    List<TopicPartition> all = List.of(new TopicPartition(topic, 0));
    consumer.assign(all);
    consumer.seekToBeginning(all);
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
      CommitReader.Read next = reader.read(TopicRecords.of(consumer.poll(POLL)));
      read.addAll(next.commits());
      fault = next.fault();
    }
    List<Commit> commits = new ArrayList<>();
    while (!read.isEmpty() && read.peek().position() <= position) {
      commits.add(read.remove());
    }
    return commits;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
