package io.weir.contracts.topic;

import io.weir.contracts.codec.KafkaHeaders;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.log.Recorded;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from Kafka, not yet understood.
 *
 * @param value the data of an event, or null if the record has none
 */
public record TopicRecord(long offset, Map<String, String> headers, @Nullable String value) {
  /**
   * A record from whatever the client calls a header.
   *
   * @param name of a header
   * @param text of a header, UTF-8; a header without one counts as absent
   */
  public static <H> TopicRecord of(
      long offset,
      Iterable<H> headers,
      Function<H, String> name,
      Function<H, byte @Nullable []> text,
      @Nullable String value) {
    Map<String, String> texts = new HashMap<>(32);
    for (H header : headers) {
      byte[] bytes = text.apply(header);
      if (bytes != null) {
        texts.put(name.apply(header), new String(bytes, StandardCharsets.UTF_8));
      }
    }
    return new TopicRecord(offset, texts, value);
  }

  /**
   * The event it holds, with nothing proven of it.
   *
   * @throws TopicFaultException if it is none of a ledger
   */
  public Recorded recorded() {
    if (value == null) {
      throw foreign("it is empty");
    }
    try {
      return KafkaHeaders.read(headers, value);
    } catch (UnknownEventException e) {
      throw foreign(String.valueOf(e.getMessage()));
    }
  }

  private TopicFaultException foreign(String why) {
    return new TopicFaultException(
        new TopicFault(
            FaultKind.FOREIGN,
            null,
            "the record at offset %d is none of the ledger: %s".formatted(offset, why)));
  }
}
