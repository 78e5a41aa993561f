package io.weir.control.traffic.request;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.ValidatableResponse;
import io.weir.contracts.codec.Json;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.traffic.TrafficWriter;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A request leads to who made its route. */
@ControlApi
class RouteEventsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Gateway gateway;
  @Inject TrafficWriter topic;
  @Inject DataSource database;

  private void sql(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** A row as the projector writes it. */
  private void event(long position, String stream, String type, String concerns, String actor) {
    sql(
        """
        insert into read_g1.event (position, stream, version, type, subjects, concerns, actor,
            reason, command_id, correlation, recorded_at, hash, data, changes, search)
          values (%d, '%s', 1, '%s', '{}', '{%s}', '%s', 'a reason', gen_random_uuid(), 'c',
            timestamptz '2026-01-01T00:00:00.120Z' + %d * interval '1 s', 'h', '{}', '[]', '')\
        """
            .formatted(position, stream, type, concerns, actor, position));
  }

  private ValidatableResponse request(String replica, long position, String... route) {
    ObjectNode line = LogLine.of(replica + "-" + position, Instant.now()).put("position", position);
    LogLine.routed(line, route[0], route[1], route[2]);
    ObjectNode record =
        Json.MAPPER.createObjectNode().put("type", "requests").put("replicaId", replica);
    record.putArray("requests").add(line);
    topic.write(replica, record);
    String path = "/v1/requests/" + replica + "-" + position;
    await().atMost(PATIENCE).until(() -> given().get(path).statusCode() == 200);
    var answer = given().get(path);
    ApiDocument.read().describes("RequestDetails", answer);
    return answer.then();
  }

  @Test
  void eachPositionLeadsToTheEventsThatWereTheNewestThen() {
    ReadModelTables.create(database, 1_000_000);
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    long made = gateway.position();
    var instance = gateway.instance(vpc);
    long joined = gateway.position();
    String service = gateway.service(instance);
    String api = Gateway.api(service, "/pets", upstream);
    long before = gateway.position();
    Gateway.json("{\"environment\":\"release\"}")
        .post("/v1/services/" + service + "/releases")
        .then()
        .statusCode(201);
    long released = gateway.position();
    given()
        .contentType("application/merge-patch+json")
        .body("{\"retries\":7}")
        .patch("/v1/upstreams/" + upstream)
        .then()
        .statusCode(200);
    long changed = gateway.position();
    event(made, "upstream/" + upstream, "upstream.created.v1", upstream, "ada");
    event(joined, "instance/" + instance, "instance.created.v1", instance.value(), "grace");
    event(before, "service/" + service, "service.changed.v1", service + "/release", "nobody");
    event(released, "service/" + service, "service.released.v3", service + "/release", "ci");
    event(changed, "upstream/" + upstream, "upstream.settings-changed.v1", upstream, "bob");

    String replica = Gateway.name("events");
    request(replica, released, service, api, upstream)
        .body("serviceName", equalTo(name("/v1/services/" + service)))
        .body("upstreamName", equalTo(name("/v1/upstreams/" + upstream)))
        .body("events.made", contains("RELEASE", "NETWORK", "UPSTREAM"))
        .body("events.actor", contains("ci", "grace", "ada"))
        .body("events[0].subject", equalTo(service))
        .body("events[0].reason", equalTo("a reason"))
        .body("events[0].position", equalTo((int) released));
    request(replica, changed, service, api, upstream)
        .body("events.made", contains("UPSTREAM", "RELEASE", "NETWORK"))
        .body("events.actor", contains("bob", "ci", "grace"));
    request(replica, before, service, api, upstream)
        .body("serviceName", equalTo(name("/v1/services/" + service)))
        .body("events", hasSize(0));
    request(replica, 900_000, service, api, upstream).body("events", hasSize(0));
    request(replica, 0, service, api, upstream).body("events", hasSize(0));
    sql("alter schema read rename to hidden");
    try {
      request(replica, released, service, api, upstream)
          .body("apiName", equalTo(name("/v1/services/" + service + "/apis/" + api)))
          .body("$", not(hasKey("events")));
    } finally {
      sql("alter schema hidden rename to read");
    }
  }

  private static String name(String path) {
    return given().get(path).jsonPath().getString("name");
  }
}
