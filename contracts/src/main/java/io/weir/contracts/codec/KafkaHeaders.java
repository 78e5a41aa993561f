package io.weir.contracts.codec;

import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Hash;
import io.weir.contracts.log.Recorded;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    try {
      String source = require(headers, "ce_source");
      if (!source.startsWith(SOURCE)) {
        throw new IllegalArgumentException("ce_source is " + source);
      }
      Envelope envelope =
          new Envelope(
              UUID.fromString(source.substring(SOURCE.length())),
              Long.parseLong(require(headers, "ce_sequence")),
              require(headers, "ce_subject"),
              Long.parseLong(require(headers, "ce_streamversion")),
              Long.parseLong(require(headers, "ce_commitstart")),
              Integer.parseInt(require(headers, "ce_commitsize")),
              UUID.fromString(require(headers, "ce_id")),
              require(headers, "ce_type"),
              List.of(require(headers, "ce_subjects").split(" ")),
              require(headers, "ce_actor"),
              headers.get("ce_reason"),
              UUID.fromString(require(headers, "ce_commandid")),
              require(headers, "ce_correlation"),
              Instant.parse(require(headers, "ce_time")),
              new Hash(require(headers, "ce_prevhash")));
      return new Recorded(envelope, data, new Hash(require(headers, "ce_hash")));
    } catch (RuntimeException e) {
      throw new UnknownEventException("not a ledger record: " + e.getMessage(), e);
    }
  }

  private static String require(Map<String, String> headers, String name) {
    String value = headers.get(name);
    if (value == null) {
      throw new IllegalArgumentException("header " + name + " is missing");
    }
    return value;
  }
}
