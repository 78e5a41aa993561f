package io.weir.control.traffic.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.weir.contracts.codec.Json;
import io.weir.contracts.topic.TrafficTopic;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.traffic.TrafficWriter;
import io.weir.control.traffic.request.LogLine;
import io.weir.testing.Backends;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the topic to the answers. */
@ControlApi
class TrafficIntakeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Gateway gateway;
  @Inject TrafficWriter topic;
  Backends backends;

  private static ObjectNode minute(String replica, int requests) {
    ObjectNode record =
        Json.MAPPER
            .createObjectNode()
            .put("type", "minute")
            .put("replicaId", replica)
            .put("startedAt", "2026-01-01T00:00:00Z")
            .put("minute", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
    ObjectNode row = record.putArray("rows").addObject().put("requests", requests);
    row.putObject("status").put("2xx", requests);
    row.putArray("durations").addArray().add(2_500).add(requests);
    record.putArray("nodes");
    return record;
  }

  private static ObjectNode routed(ObjectNode record, String service, String api, String upstream) {
    ((ObjectNode) record.at("/rows/0"))
        .put("serviceId", service)
        .put("environment", "release")
        .put("apiId", api)
        .put("upstreamId", upstream);
    ObjectNode node =
        record
            .withArray("/nodes")
            .addObject()
            .put("upstreamId", upstream)
            .put("node", "10.0.0.1:8080")
            .put("attempts", 3)
            .put("failed", 1);
    node.putObject("results").put("answered", 2).put("broken", 1);
    node.putArray("firstByte").addArray().add(1_000).add(2);
    return record;
  }

  private static ObjectNode requests(String replica, ObjectNode... lines) {
    ObjectNode record =
        Json.MAPPER.createObjectNode().put("type", "requests").put("replicaId", replica);
    record.putArray("requests").addAll(List.of(lines));
    return record;
  }

  private static Response traffic(String query) {
    Response answer = given().get("/v1/traffic?" + query);
    ApiDocument.read().describes("Traffic", answer);
    return answer;
  }

  private static Response requests(String query) {
    Response answer = given().get("/v1/requests?" + query);
    answer.then().statusCode(200);
    ApiDocument.read().describes("RequestList", answer);
    return answer;
  }

  private static void awaitRequests(String replica, long requests) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(traffic("replica_id=" + replica).jsonPath().getLong("totals.requests"))
                    .isEqualTo(requests));
  }

  @Test
  void whatAReplicaCountsIsToldWithTheNamesOfWhatItIsOf() {
    String replica = Gateway.name("r");
    String upstream = gateway.upstream(gateway.vpc());
    String service = gateway.service(gateway.instance(gateway.vpc()));
    String api = Gateway.api(service, "/pets", upstream);
    topic.write(replica, routed(minute(replica, 7), service, api, upstream));
    awaitRequests(replica, 7);
    traffic("service_id=" + service)
        .then()
        .body("totals.requests", equalTo(7))
        .body("totals.micros.p50", equalTo(2_500))
        .body("minutes", hasSize(60))
        .body("apis", hasSize(1))
        .body("apis[0].apiId", equalTo(api))
        .body("apis[0]", hasKey("serviceName"))
        .body("apis[0]", hasKey("apiName"))
        .body("upstreams[0]", hasKey("name"))
        .body("nodes[0].node", equalTo("10.0.0.1:8080"))
        .body("nodes[0].failed", equalTo(1))
        .body("nodes[0].firstByteMicros.p99", equalTo(1_000))
        .body("replicas.replicaId", contains(replica));
    traffic("minutes=1&api_id=" + api).then().body("minutes", hasSize(1));
    traffic("service_id=service-zzzzzzzz")
        .then()
        .body("totals.requests", equalTo(0))
        .body("totals", not(hasKey("micros")))
        .body("apis", hasSize(0));
    topic.write(replica, routed(minute(replica, 9), service, api, upstream));
    awaitRequests(replica, 9);
  }

  @Test
  void recordsThatAreNoneArePassedOverAndCountedAndStopNothing() {
    String replica = Gateway.name("poisoned");
    double before = passedOver();
    Instant now = Instant.now();
    List<byte[]> poison = new ArrayList<>();
    for (String text :
        new String[] {
          "",
          "no JSON",
          "null",
          "7",
          "[]",
          "{}",
          "{\"type\":7}",
          "{\"type\":\"later\"}",
          "{\"type\":\"minute\"}",
          "{\"type\":\"requests\",\"replicaId\":\"r\",\"requests\":{}}",
          "{\"type\":\"requests\",\"replicaId\":\"r\",\"requests\":[7]}",
          minute(replica, 5).toString().replace("\"requests\":5", "\"requests\":\"5\""),
          minute(replica, 5).toString().replace("2xx", "xxx"),
          "[".repeat(100_000),
          "{\"a\":".repeat(100_000),
          "{\"type\":\"" + "x".repeat(2_000_000) + "\"}",
        }) {
      poison.add(text.getBytes(UTF_8));
    }
    poison.add(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});
    poison.forEach(bytes -> topic.write(replica, bytes, now));
    topic.write(replica, null, now);
    topic.write(replica, minute(replica, 77).toString().getBytes(UTF_8), now.minusSeconds(7_000));
    topic.write(
        replica,
        requests(
            replica,
            LogLine.of(replica + "-1", now),
            LogLine.of(replica + "-2", now).put("status", "x"),
            LogLine.of(replica + "-3", now)));
    topic.write(replica, minute(replica, 3));
    awaitRequests(replica, 3);
    assertThat(requests("replica_id=" + replica).jsonPath().getList("items.requestId"))
        .containsExactlyInAnyOrder(replica + "-1", replica + "-3");
    assertThat(passedOver() - before).isEqualTo(poison.size() + 1);
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
  }

  private static double passedOver() {
    return given()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("weir_traffic_passed_over_total"))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
        .sum();
  }

  @Test
  void requestsAreWalkedByTheirCursors() {
    String replica = Gateway.name("walk");
    Instant now = Instant.now();
    ObjectNode[] lines = new ObjectNode[25];
    for (int i = 0; i < lines.length; i++) {
      lines[i] = LogLine.of(replica + "-" + i, now.minusSeconds(i));
      lines[i].put("status", i % 2 == 0 ? 200 : 503);
    }
    topic.write(replica, requests(replica, lines));
    String of = "replica_id=" + replica;
    await()
        .atMost(PATIENCE)
        .until(() -> requests(of).jsonPath().getList("items").size() == lines.length);
    List<String> seen = new ArrayList<>();
    Response page = requests(of + "&limit=7&status=5xx");
    while (true) {
      seen.addAll(page.jsonPath().getList("items.requestId"));
      String next = page.jsonPath().getString("next");
      if (next == null) {
        assertThat(page.header("Link")).isNull();
        break;
      }
      assertThat(page.header("Link"))
          .isEqualTo(
              "</v1/requests?after=%s&limit=7&replica_id=%s&status=5xx>; rel=\"next\""
                  .formatted(next, replica));
      given()
          .get("/v1/requests?" + of + "&after=" + next)
          .then()
          .statusCode(400)
          .body("errors.parameter", contains("after"));
      page = requests(of + "&limit=7&status=5xx&after=" + next);
    }
    assertThat(seen).hasSize(12).doesNotHaveDuplicates().startsWith(replica + "-1");
    requests("request_id=" + replica + "-4").then().body("items", hasSize(1));
    Response one = given().get("/v1/requests/" + replica + "-3");
    one.then().statusCode(200).body("status", equalTo(503)).body("events", hasSize(0));
    ApiDocument.read().describes("RequestDetails", one);
    given()
        .get("/v1/requests/" + replica + "-none")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"))
        .body("detail", containsString("a sample"));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/traffic?minutes=0, minutes",
    "/v1/traffic?minutes=61, minutes",
    "/v1/traffic?minutes=, minutes",
    "/v1/traffic?service_id=shop, service_id",
    "/v1/traffic?environment=prod, environment",
    "/v1/traffic?api_id=, api_id",
    "/v1/traffic?upstream_id=u, upstream_id",
    "/v1/traffic?replica_id=, replica_id",
    "/v1/traffic?at=7, at",
    "/v1/requests?limit=201, limit",
    "/v1/requests?limit=x, limit",
    "/v1/requests?after=x, after",
    "/v1/requests?after=, after",
    "/v1/requests?status=600, status",
    "/v1/requests?status=5x, status",
    "/v1/requests?min_micros=-1, min_micros",
    "/v1/requests?since=yesterday, since",
    "/v1/requests?since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z, until",
    "/v1/requests?node=, node",
    "/v1/requests?failure=, failure",
    "/v1/requests?method=, method",
    "/v1/requests?request_id=, request_id",
    "/v1/requests?q=x, q",
    "/v1/requests/some?limit=7, limit",
  })
  void aWrongParameterIsNamed(String path, String parameter) {
    given()
        .get(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains(parameter));
  }

  @Test
  void theTopicIsMadeWithWhatItIsToBeMadeWith() throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, TrafficTopic.NAME);
    try (var admin = backends.kafka().admin()) {
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      for (Map.Entry<String, String> setting : TrafficTopic.settings().entrySet()) {
        assertThat(config.get(setting.getKey()).value())
            .as(setting.getKey())
            .isEqualTo(setting.getValue());
      }
    }
  }
}
