package io.weir.control.upstream;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static io.weir.control.Gateway.upstreamBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@ControlApi
class UpstreamResourceTest {
  @Inject Gateway gateway;

  @Test
  void aNewUpstreamIsAnsweredWithItsPlaceVersionAndDefaults() {
    var vpc = gateway.vpc();
    Response created = json(upstreamBody("new_one", vpc)).post("/v1/upstreams");
    created
        .then()
        .statusCode(201)
        .contentType("application/json")
        .header("ETag", startsWith("\"1."))
        .header("Location", "/v1/upstreams/" + created.jsonPath().getString("id"))
        .header("Weir-Position", Long.toString(gateway.position()))
        .body("id", matchesPattern("upstream-[a-z0-9]{8}"))
        .body("name", equalTo("new_one"))
        .body("vpcId", equalTo(vpc.value()))
        .body("description", equalTo(""))
        .body("algorithm", equalTo("WEIGHTED_ROUND_ROBIN"))
        .body("protocol", equalTo("HTTP"))
        .body("hostHeader", nullValue())
        .body("nodes", hasSize(1))
        .body("nodes[0].address", equalTo("10.0.0.1"))
        .body("nodes[0].port", equalTo(8080))
        .body("nodes[0].weight", equalTo(5))
        .body("retries", equalTo(5))
        .body("version", equalTo(1))
        .body("apiCount", equalTo(0));
  }

  @Test
  void aReadKnowsOfEveryWriteBefore() {
    String id = gateway.upstream(gateway.vpc());
    given()
        .get("/v1/upstreams/" + id + "?min_position=" + gateway.position())
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"1."))
        .header("Weir-Position", matchesPattern("[0-9]+"));
    given()
        .get("/v1/upstreams/" + id + "?min_position=" + (gateway.position() + 1_000_000))
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
  }

  @Test
  void settingsAndNodesChangeInOneStepAndWhatIsEqualChangesNothing() {
    var vpc = gateway.vpc();
    String id = gateway.upstream(vpc);
    String body =
        """
        {"name":"%s","vpcId":"%s","protocol":"HTTPS","hostHeader":"pets.internal:8443","retries":9,
         "nodes":[{"address":"fd00::1","port":8443,"weight":0},{"address":"b.internal","port":8443,"weight":100}]}\
        """
            .formatted(name("changed"), vpc);
    long before = gateway.position();
    json(body)
        .header("If-Match", "\"1\"")
        .put("/v1/upstreams/" + id)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"3."))
        .body("version", equalTo(3))
        .body("hostHeader", equalTo("pets.internal:8443"))
        .body("nodes", hasSize(2));
    assertThat(gateway.position()).isEqualTo(before + 2);
    json(body)
        .put("/v1/upstreams/" + id)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"3."))
        .header("Weir-Position", matchesPattern("[0-9]+"));
    assertThat(gateway.position()).isEqualTo(before + 2);
  }

  @Test
  void aKeyBelongsToItsCaller() {
    String key = name("key");
    var vpc = gateway.vpc();
    for (String actor : new String[] {"ada", "grace"}) {
      json(upstreamBody(name("u"), vpc))
          .header("Idempotency-Key", key)
          .header("Weir-Actor", actor)
          .post("/v1/upstreams")
          .then()
          .statusCode(201)
          .header("Idempotency-Replayed", nullValue());
    }
  }

  @Test
  void twoHundredNodesWithLongNamesPassInBothDirections() {
    var nodes = new StringBuilder();
    for (int i = 1; i <= 200; i++) {
      nodes.append(i == 1 ? "" : ",");
      nodes.append(
          "{\"address\":\"%s%03d.internal\",\"port\":8080,\"weight\":1}"
              .formatted("n".repeat(60), i));
    }
    String body =
        "{\"vpcId\":\"" + gateway.vpc() + "\",\"protocol\":\"HTTP\",\"nodes\":[" + nodes + "]}";
    assertThat(body.length()).isGreaterThan(20_000);
    String id = Gateway.create("/v1/upstreams", body);
    given().get("/v1/upstreams/" + id).then().body("nodes.size()", equalTo(200));
  }
}
