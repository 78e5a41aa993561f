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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What a replica said of itself last.
 *
 * @param report its words, or null if it has gone
 */
record ReplicaReport(String replicaId, OffsetDateTime at, @Nullable JsonNode report) {
  private static final Logger LOG = Logger.getLogger(ReplicaReport.class);

  /**
   * Reads a record of the replicas topic; nothing if it is none, since these rows are for
   * information only.
   */
  static Optional<ReplicaReport> read(ConsumerRecord<String, String> kafka) {
    if (kafka.key() == null) {
      return Optional.empty();
    }
    OffsetDateTime at = Instant.ofEpochMilli(kafka.timestamp()).atOffset(ZoneOffset.UTC);
    if (kafka.value() == null) {
      return Optional.of(new ReplicaReport(kafka.key(), at, null));
    }
    try {
      JsonNode report = Json.MAPPER.readTree(kafka.value());
      if (report.isObject()) {
        return Optional.of(new ReplicaReport(kafka.key(), at, report));
      }
    } catch (JsonProcessingException e) {
      LOG.debugf(e, "Replica %s", kafka.key());
    }
    LOG.warnf("Replica %s reports what is no JSON object", kafka.key());
    return Optional.empty();
  }

  /** A member of the report as text, or null. */
  @Nullable String text(String member) {
    JsonNode value = report == null ? null : report.get(member);
    return value == null || value.isNull() ? null : value.asText();
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
    return report instanceof ObjectNode object
        ? object
            .objectNode()
            .<ObjectNode>setAll(object)
            .without(List.of(NodeHealth.MEMBER, ServedCertificates.MEMBER))
            .toString()
        : String.valueOf(report);
  }

  /** The position the replica has applied, or null. */
  @Nullable Long position() {
    JsonNode value = report == null ? null : report.get("position");
    return value == null || !value.isIntegralNumber() ? null : value.longValue();
  }
}
