package io.weir.projector.replica;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a replica said of itself last.
 *
 * @param offset of the record
 * @param at by the clock of whoever wrote the record: not to be believed where there is another
 * @param report its words, or null if it has gone
 */
record ReplicaReport(
    String replicaId, long offset, OffsetDateTime at, @Nullable ObjectNode report) {
  /** More than a name, an address or the name of a state has characters. */
  private static final int LONGEST_TEXT = 300;

  /** More characters than replicas write; Kafka itself takes a million bytes unless told. */
  private static final int LONGEST_REPORT = 4_000_000;

  private static final int LONGEST_DOCUMENT = 100_000;

  /** PostgreSQL has later times, but not as late as Kafka; this is in the year 9999. */
  private static final long LAST_MILLIS = 253_370_764_800_000L;

  private static final String ID = "replicaId";

  /**
   * Reads a record of the replicas topic; nothing if it is none that can be kept, which is told:
   * these rows are for information only, and others wait behind it.
   */
  static Optional<ReplicaReport> read(ConsumerRecord<String, String> kafka, Complaints complaints) {
    String replica = kafka.key();
    if (replica == null || replica.isEmpty()) {
      complaints.about("", "it has no key");
      return Optional.empty();
    }
    try {
      ReplicaReport report =
          new ReplicaReport(
              checked(replica), kafka.offset(), time(kafka), report(replica, kafka.value()));
      complaints.none(replica);
      return Optional.of(report);
    } catch (UnfitException e) {
      complaints.about(replica, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static String checked(String replica) throws UnfitException {
    if (!Said.isName(replica, LONGEST_TEXT)) {
      throw new UnfitException("its key is no name of a replica");
    }
    return replica;
  }

  private static OffsetDateTime time(ConsumerRecord<String, String> kafka) {
    long millis = Math.clamp(kafka.timestamp(), 0, LAST_MILLIS);
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC);
  }

  private static @Nullable ObjectNode report(String replica, @Nullable String value)
      throws UnfitException {
    if (value == null) {
      return null;
    }
    if (value.length() > LONGEST_REPORT) {
      throw new UnfitException("it has %d characters".formatted(value.length()));
    }
    try {
      if (!(Json.MAPPER.readTree(value) instanceof ObjectNode report)) {
        throw new UnfitException("it is no JSON object");
      }
      String of = report.path(ID).asText(replica);
      if (!of.equals(replica)) {
        throw new UnfitException("it says that it is another's");
      }
      String document = document(report);
      if (document.length() > LONGEST_DOCUMENT || document.contains("\\u0000")) {
        throw new UnfitException("it has texts that are too long or not to be kept");
      }
      return report;
    } catch (JsonProcessingException e) {
      throw new UnfitException("it is no JSON: " + e.getOriginalMessage());
    }
  }

  /** A member of the report as text, or null. */
  @Nullable String text(String member) {
    JsonNode value = report == null ? null : report.get(member);
    return value == null || !value.isTextual() || !Said.isName(value.textValue(), LONGEST_TEXT)
        ? null
        : value.textValue();
  }

  /** What it finds of the nodes of upstreams; nothing if it does not say. */
  NodeHealth health() {
    return NodeHealth.of(report == null ? null : report.get(NodeHealth.MEMBER));
  }

  /** The certificates it serves; nothing if it does not say. */
  ServedCertificates certificates() {
    return ServedCertificates.of(report == null ? null : report.get(ServedCertificates.MEMBER));
  }

  /** The report but for nodes and certificates, which have rows of their own. */
  String document() {
    return report == null ? "null" : document(report);
  }

  private static String document(ObjectNode report) {
    return report
        .objectNode()
        .<ObjectNode>setAll(report)
        .without(List.of(NodeHealth.MEMBER, ServedCertificates.MEMBER))
        .toString();
  }

  /** The position the replica has applied, or null. */
  @Nullable Long position() {
    JsonNode value = report == null ? null : report.get("position");
    return value == null || !value.isIntegralNumber() || !value.canConvertToLong()
        ? null
        : value.longValue();
  }

  /** Why a record is no report. */
  private static final class UnfitException extends Exception {
    private static final long serialVersionUID = 1L;

    UnfitException(String message) {
      super(message);
    }
  }
}
