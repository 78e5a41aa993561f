package io.weir.projector.projection;

import io.weir.contracts.topic.TopicRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.header.Header;

/** What a Kafka consumer gives, as records of the topic. */
public final class TopicRecords {
  private TopicRecords() {}

  /** The records of one poll, in order. */
  public static List<TopicRecord> of(ConsumerRecords<String, String> polled) {
    List<TopicRecord> records = new ArrayList<>(polled.count());
    for (ConsumerRecord<String, String> each : polled) {
      records.add(
          TopicRecord.of(each.offset(), each.headers(), Header::key, Header::value, each.value()));
    }
    return records;
  }
}
