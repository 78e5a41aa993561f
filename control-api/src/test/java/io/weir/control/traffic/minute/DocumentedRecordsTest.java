package io.weir.control.traffic.minute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.weir.contracts.codec.Json;
import io.weir.control.ApiDocument;
import io.weir.control.traffic.request.AccessLine;
import io.weir.control.traffic.request.LogLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is documented of the topic is what is read, and what these tests tell is so documented. */
class DocumentedRecordsTest {
  private static final JsonNode DOCUMENT = document();

  private static JsonNode document() {
    try (InputStream yaml = Json.class.getResourceAsStream("/asyncapi.yaml")) {
      return new YAMLMapper().readTree(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode example(String message) {
    return DOCUMENT.at("/components/messages/" + message + "/examples/0/payload");
  }

  private static void fits(String schema, JsonNode record) {
    ObjectNode rooted = Json.MAPPER.createObjectNode();
    rooted.put("$ref", "#/components/schemas/" + schema);
    rooted.set("components", DOCUMENT.get("components"));
    assertThat(
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(rooted)
                .validate(record))
        .as("%s", record)
        .isEmpty();
  }

  @Test
  void theMinuteOfTheDocumentIsRead() {
    JsonNode example = example("traffic-minute");
    MinuteRecord record = MinuteRecord.read(example);
    assertThat(record.rows()).hasSameSizeAs(example.get("rows"));
    assertThat(record.nodes()).hasSameSizeAs(example.get("nodes"));
    long requests = 0;
    for (JsonNode row : example.get("rows")) {
      requests += row.get("requests").asLong();
    }
    assertThat(Row.sum(record.rows(), new RequestTally()).size()).isEqualTo(requests);
  }

  @Test
  void theRequestsOfTheDocumentAreReadAndAnsweredAsDocumented() {
    JsonNode lines = example("traffic-requests").get("requests");
    assertThat(lines).isNotEmpty();
    for (JsonNode line : lines) {
      ApiDocument.read().describes("Request", AccessLine.read("r", line).tree().toString());
    }
  }

  @Test
  void whatTestsTellIsOfTheDocumentedForm() {
    Instant now = Instant.parse("2026-11-30T11:20:42Z");
    new ToldMinutes(9, now, 3).told.forEach(record -> fits("traffic-minute", record));
    ObjectNode requests =
        Json.MAPPER.createObjectNode().put("type", "requests").put("replicaId", "r");
    requests
        .putArray("requests")
        .add(LogLine.of("id", now))
        .add(
            LogLine.routed(
                LogLine.of("id", now), "service-00000001", "api-00000001", "upstream-00000001"));
    fits("traffic-requests", requests);
  }
}
