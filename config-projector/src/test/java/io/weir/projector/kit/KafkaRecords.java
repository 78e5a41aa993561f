package io.weir.projector.kit;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.log.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Events as a consumer would get them. */
public final class KafkaRecords {
  private KafkaRecords() {}

  /** Records at offsets from 0 on. */
  public static List<ConsumerRecord<String, String>> of(List<Recorded> events) {
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    for (Recorded event : events) {
      records.add(of(event, records.size()));
    }
    return records;
  }

  /** A record at an offset. */
  public static ConsumerRecord<String, String> of(Recorded event, long offset) {
    var record =
        new ConsumerRecord<>("weir.ledger", 0, offset, event.envelope().stream(), event.data());
    KafkaHeaders.of(event)
        .forEach(
            (name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
    return record;
  }
}
