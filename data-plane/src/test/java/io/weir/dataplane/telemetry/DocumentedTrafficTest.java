package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.DocsPage;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.ToldTraffic;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The AsyncAPI document and docs/observability.md describe every field that is told of traffic. */
class DocumentedTrafficTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:30Z");

  private final ToldTraffic told = new ToldTraffic();
  private JsonNode schemas;

  @BeforeEach
  void tell() throws Exception {
    String text = Files.readString(Path.of("../contracts/src/main/resources/asyncapi.yaml"));
    schemas =
        Json.MAPPER.valueToTree(new Yaml().<Object>load(text)).path("components").path("schemas");
    Reported reported = new Reported();
    TrafficRecords records = new TrafficRecords(reported, "one", NOW, NOW);
    Telemetry telemetry = new Telemetry(new Traffic(), AccessLog.OFF, true, null, reported);
    try (FakeUpstream node = FakeUpstream.http();
        FakeUpstream other = FakeUpstream.http();
        Gateway gateway = Gateway.of(TestOptions.usual(), telemetry, node, other)) {
      new MixedTraffic(gateway, 1, node, other).run(2, 20);
    }
    told.take(records.due(NOW, true));
  }

  private static Set<String> names(JsonNode... objects) {
    Set<String> names = new TreeSet<>();
    for (JsonNode object : objects) {
      object.fieldNames().forEachRemaining(names::add);
    }
    return names;
  }

  private static Set<String> namesOfAll(List<JsonNode> objects, String list) {
    List<JsonNode> all = new ArrayList<>();
    objects.forEach(object -> object.path(list).forEach(all::add));
    assertThat(all).isNotEmpty();
    return names(all.toArray(JsonNode[]::new));
  }

  private Set<String> schema(String pointer) {
    assertThat(schemas.at(pointer).isObject()).as(pointer).isTrue();
    return names(schemas.at(pointer));
  }

  @Test
  void ofAMinute() {
    String minute = "/traffic-minute/properties";
    assertThat(names(told.minutes().toArray(JsonNode[]::new))).isEqualTo(schema(minute));
    Set<String> rows = namesOfAll(told.minutes(), "rows");
    rows.add("others");
    assertThat(rows).isEqualTo(schema(minute + "/rows/items/properties"));
    Set<String> nodes = namesOfAll(told.minutes(), "nodes");
    nodes.add("others");
    assertThat(nodes).isEqualTo(schema(minute + "/nodes/items/properties"));
  }

  @Test
  void ofRequests() throws IOException {
    String item = "/traffic-requests/properties/requests/items/properties";
    assertThat(names(told.requests().toArray(JsonNode[]::new)))
        .contains("requestId", "query", "attempts")
        .isSubsetOf(schema(item));
    assertThat(namesOfAll(told.requests(), "attempts"))
        .contains("start")
        .isSubsetOf(schema(item + "/attempts/items/properties"));
    Set<String> documented = new TreeSet<>();
    String attempts = "";
    for (List<String> row : DocsPage.of("observability.md").tables("| field | meaning |")) {
      documented.addAll(DocsPage.quoted(row.getFirst()));
      attempts = row.getFirst().equals("`attempts`") ? row.get(1) : attempts;
    }
    assertThat(documented).isEqualTo(schema(item));
    assertThat(DocsPage.quoted(attempts))
        .containsExactlyInAnyOrderElementsOf(schema(item + "/attempts/items/properties"));
  }
}
