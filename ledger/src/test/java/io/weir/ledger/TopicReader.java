package io.weir.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import io.weir.testing.Kafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads a ledger topic as its consumers do. */
final class TopicReader {
  private TopicReader() {}

  /** Everything in the topic, in order, duplicates included. */
  static List<Recorded> read(Kafka kafka, String topic) {
    var partition = new TopicPartition(topic, 0);
    var bytes = new ByteArrayDeserializer();
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    try (var consumer = new KafkaConsumer<>(config, bytes, bytes)) {
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long end = consumer.endOffsets(List.of(partition)).get(partition);
      List<Recorded> records = new ArrayList<>();
      while (consumer.position(partition) < end) {
        consumer
            .poll(Duration.ofMillis(100))
            .forEach(
                each -> {
                  Map<String, String> headers = new HashMap<>();
                  each.headers().forEach(h -> headers.put(h.key(), new String(h.value(), UTF_8)));
                  records.add(KafkaHeaders.read(headers, new String(each.value(), UTF_8)));
                });
      }
      return records;
    }
  }

  /** What a consumer applies: fails on a gap or another history, drops duplicates. */
  static List<Recorded> applied(List<Recorded> records) {
    List<Recorded> applied = new ArrayList<>();
    Chain chain = Chain.genesis(records.getFirst().envelope().ledgerId());
    for (Recorded each : records) {
      if (chain.step(each) == Chain.Step.APPLY) {
        applied.add(each);
        chain = chain.after(each);
      }
    }
    return applied;
  }
}
