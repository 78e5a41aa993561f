package io.weir.control.upstream;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.rest.Body;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ControlApi
class NodeResourceTest {
  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;

  /** Paths as they are, already encoded. */
  private static RequestSpecification raw(String body) {
    return (body == null ? RestAssured.given() : json(body)).urlEncodingEnabled(false);
  }

  private String nodes() {
    return "/v1/upstreams/" + gateway.upstream(gateway.vpc()) + "/nodes/";
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.2:80, 10.0.0.2:80",
    "pets.internal:80, pets.internal:80",
    "%5Bfd00::1%5D:80, [fd00::1]:80",
    "%5Bfd00%3A%3A1%5D%3A80, [fd00::1]:80",
  })
  void aNodeIsAddedReadChangedAndTakenAway(String path, String name) {
    String node = nodes() + path;
    String upstream = node.substring(0, node.indexOf("/nodes"));
    var added = raw("{\"weight\":3}").put(node);
    added
        .then()
        .statusCode(201)
        .header("Location", endsWith(path))
        .header("ETag", startsWith("\"2."))
        .body("nodes", hasSize(2))
        .body("nodes[1].weight", equalTo(3))
        .body("version", equalTo(2));
    document.describes("Upstream", added);
    var read = raw(null).get(node);
    read.then()
        .statusCode(200)
        .header("ETag", startsWith("\"2."))
        .body("weight", equalTo(3))
        .body("draining", equalTo(false))
        .body("health", equalTo("OFF"));
    document.describes("Node", read);
    raw(read.asString()).put(node).then().statusCode(200).body("version", equalTo(2));
    raw("{\"draining\":true}")
        .contentType(Body.MERGE_PATCH)
        .header("If-Match", read.header("ETag"))
        .patch(node)
        .then()
        .statusCode(200)
        .body("nodes[1].draining", equalTo(true))
        .body("version", equalTo(3));
    raw("{\"weight\":4}")
        .put(node)
        .then()
        .statusCode(200)
        .body("nodes[1].draining", equalTo(false))
        .body("warnings.code", contains("FIELDS_RESET"))
        .body("warnings[0].pointers", contains("/draining"));
    raw(null).get(node + "?at=" + gateway.position()).then().statusCode(200);
    raw(null)
        .header("If-Match", "\"3\"")
        .delete(node)
        .then()
        .statusCode(412)
        .body("code", equalTo("PRECONDITION_FAILED"));
    raw(null).delete(node).then().statusCode(200).body("nodes", hasSize(1));
    raw(null)
        .get(node)
        .then()
        .statusCode(404)
        .body(
            "detail",
            equalTo(upstream.substring("/v1/upstreams/".length()) + " has no node " + name));
    given()
        .get(upstream)
        .then()
        .body("version", equalTo(5))
        .body("nodes.address", contains("10.0.0.1"));
  }

  @Test
  void aNodeKeepsTheSpellingOfItsNameByWhicheverItIsAskedFor() {
    String nodes = nodes();
    raw("{\"weight\":3}").put(nodes + "pets.internal:80").then().statusCode(201);
    raw("{\"weight\":4}")
        .put(nodes + "PETS.internal:80")
        .then()
        .statusCode(200)
        .body("nodes.address", contains("10.0.0.1", "pets.internal"));
    raw(null).delete(nodes + "Pets.Internal:80").then().statusCode(200).body("nodes", hasSize(1));
  }

  @Test
  void whatIsAcceptedThoughNothingWillGetThroughIsToldAsOfTheWhole() {
    String nodes = nodes();
    json("{\"weight\":0}")
        .put(nodes + "10.0.0.1:8080")
        .then()
        .statusCode(200)
        .body("warnings.code", contains("NO_ELIGIBLE_NODE"));
  }

  @Test
  void aRepeatedRequestIsDoneOnce() {
    String node = nodes() + "10.0.0.9:80";
    String key = Gateway.name("key");
    for (boolean repeated : new boolean[] {false, true}) {
      var answer = json("{\"weight\":3}").header("Idempotency-Key", key).put(node);
      answer.then().statusCode(201).body("version", equalTo(2));
      assertThat(answer.header("Idempotency-Replayed")).isEqualTo(repeated ? "true" : null);
    }
  }

  @Test
  void onlyANewOneIfThatIsWhatIsMeant() {
    String nodes = nodes();
    json("{\"weight\":1}")
        .header("If-None-Match", "*")
        .put(nodes + "10.0.0.1:8080")
        .then()
        .statusCode(412);
    json("{\"weight\":1}")
        .header("If-None-Match", "*")
        .put(nodes + "10.0.0.2:8080")
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "10.0.0.1:0", "10.0.0.1:65536", "a%20b:80", "fd00::1:80"})
  void whatNoNodeCanBeCalledIsRefusedOrNotThere(String name) {
    String node = nodes() + name;
    raw("{\"weight\":1}")
        .put(node)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains("node"));
    raw(null).get(node).then().statusCode(404);
    raw("{}").contentType(Body.MERGE_PATCH).patch(node).then().statusCode(404);
    raw(null).delete(node).then().statusCode(404);
  }

  @Test
  void everythingWrongIsNamedByItsPlaceInTheNode() {
    String nodes = nodes();
    json("{\"weight\":-1,\"port\":81,\"colour\":1}")
        .put(nodes + "10.0.0.2:80")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/port", "/weight", "/colour"));
    json("{}")
        .put(nodes + "10.0.0.2:80")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/weight"));
    json("[]").put(nodes + "10.0.0.2:80").then().statusCode(400);
    json("{\"weight\":1}").put(nodes + "10.0.0.2:80?x=1").then().statusCode(400);
    given()
        .delete(nodes + "10.0.0.1:8080")
        .then()
        .statusCode(409)
        .body("code", equalTo("LIMIT_EXCEEDED"))
        .body("detail", containsString("must hold 1 to"));
    json("{\"weight\":1}").put("/v1/upstreams/upstream-00000000/nodes/a:80").then().statusCode(404);
  }
}
