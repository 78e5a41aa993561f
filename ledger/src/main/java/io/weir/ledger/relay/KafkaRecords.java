package io.weir.ledger.relay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weir.contracts.topic.TopicRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Records of the topic as Kafka's client gives them. */
public final class KafkaRecords {
  private KafkaRecords() {}

  /** A record, whatever it is of. */
  public static TopicRecord of(ConsumerRecord<byte[], byte[]> each) {
    byte @Nullable [] value = each.value();
    return TopicRecord.of(
        each.offset(),
        each.headers(),
        Header::key,
        Header::value,
        value == null ? null : new String(value, UTF_8));
  }
}
