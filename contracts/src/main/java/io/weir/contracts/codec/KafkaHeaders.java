package io.weir.contracts.codec;

import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * A recorded event as the headers of a Kafka record: CloudEvents 1.0, binary mode (Kafka protocol
 * binding 3.2). The record's value is the data; its key is the stream.
 */
public final class KafkaHeaders {
  private static final String SOURCE = "urn:weir:ledger:";
  private static final String SCHEMA = "urn:weir:schema:";

  private KafkaHeaders() {}

  /** The headers of a record, in a fixed order. */
  public static Map<String, String> of(Recorded recorded) {
    Envelope envelope = recorded.envelope();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", envelope.id().toString());
    headers.put("ce_source", SOURCE + envelope.ledgerId());
    headers.put("ce_type", envelope.type());
    headers.put("ce_subject", envelope.stream());
    headers.put("ce_time", envelope.recordedAt().toString());
    headers.put("ce_dataschema", SCHEMA + envelope.type());
    headers.put("content-type", "application/json");
    headers.put("ce_sequence", Long.toString(envelope.position()));
    headers.put("ce_streamversion", Long.toString(envelope.version()));
    headers.put("ce_commitstart", Long.toString(envelope.commitStart()));
    headers.put("ce_commitsize", Integer.toString(envelope.commitSize()));
    headers.put("ce_subjects", String.join(" ", envelope.subjects()));
    headers.put("ce_actor", envelope.actor());
    Authentication authentication = envelope.authentication();
    if (authentication != null) {
      headers.put("ce_authentication", authentication.value());
    }
    String reason = envelope.reason();
    if (reason != null) {
      headers.put("ce_reason", reason);
    }
    headers.put("ce_commandid", envelope.commandId().toString());
    headers.put("ce_correlation", envelope.correlation());
    headers.put("ce_prevhash", envelope.prevHash().hex());
    headers.put("ce_hash", recorded.hash().hex());
    return headers;
  }

  /**
   * The record that headers and value make.
   *
   * @throws UnknownEventException if a header is missing or malformed
   */
  public static Recorded read(Map<String, String> headers, String data) {
    Envelope envelope =
        new Envelope(
            parsed(headers, "ce_source", KafkaHeaders::ledger),
            parsed(headers, "ce_sequence", Long::parseLong),
            required(headers, "ce_subject"),
            parsed(headers, "ce_streamversion", Long::parseLong),
            parsed(headers, "ce_commitstart", Long::parseLong),
            parsed(headers, "ce_commitsize", Integer::parseInt),
            parsed(headers, "ce_id", UUID::fromString),
            required(headers, "ce_type"),
            parsed(headers, "ce_subjects", KafkaHeaders::subjects),
            required(headers, "ce_actor"),
            headers.containsKey("ce_authentication")
                ? parsed(headers, "ce_authentication", Authentication::new)
                : null,
            headers.get("ce_reason"),
            parsed(headers, "ce_commandid", UUID::fromString),
            required(headers, "ce_correlation"),
            parsed(headers, "ce_time", Instant::parse),
            parsed(headers, "ce_prevhash", Hash::new));
    return new Recorded(envelope, data, parsed(headers, "ce_hash", Hash::new));
  }

  private static UUID ledger(String source) {
    if (!source.startsWith(SOURCE)) {
      throw new IllegalArgumentException("does not start with " + SOURCE);
    }
    return UUID.fromString(source.substring(SOURCE.length()));
  }

  private static List<String> subjects(String joined) {
    return joined.isEmpty() ? List.of() : List.of(joined.split(" ", -1));
  }

  private static String required(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new UnknownEventException("header " + name + " is missing");
    }
    return value;
  }

  private static <T> T parsed(
      Map<String, String> headers, String name, Function<String, T> parser) {
    String value = required(headers, name);
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnknownEventException("header " + name + " is malformed: " + value, e);
    }
  }
}
