package io.weir.registry.replica;

import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.instance;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class DataPlaneNodesTest {
  private static final int AN_HOUR_FROM_NOW = -3600;
  private static final int AN_HOUR_AGO = 3600;

  @Inject DataSource database;
  private ReadSchema read;
  private String instance;

  @BeforeEach
  void fourNodes() {
    instance = instance(vpc());
    read =
        ReadSchema.create(database)
            .at(40)
            .node("every", "*", 40, AN_HOUR_FROM_NOW)
            .node("gone", instance, 12, AN_HOUR_AGO)
            .node("other", "instance-00000000", 38, AN_HOUR_FROM_NOW)
            .node("own", instance, 39, AN_HOUR_FROM_NOW);
  }

  @Test
  void everyNodeIsListedWithWhatItLastSaid() {
    when()
        .get("/v1/data-plane-nodes")
        .then()
        .statusCode(200)
        .body("total", equalTo(4))
        .body("position", equalTo(40))
        .body("items.nodeId", contains("every", "gone", "other", "own"))
        .body("items.live", contains(true, false, true, true))
        .body("items[1].instance", equalTo(instance))
        .body("items[1].state", equalTo("LIVE"))
        .body("items[1].position", equalTo(12))
        .body("items[1].address", equalTo("127.0.0.1:8000"))
        .body("items[1].adminAddress", equalTo("127.0.0.1:9000"))
        .body("items[1].lastSeenAt", endsWith("Z"));
  }

  @Test
  void aNodeThatSaysNothingOfItselfIsListedNevertheless() {
    read.taciturnNode("taciturn");

    String list =
        when().get("/v1/data-plane-nodes?offset=4").then().statusCode(200).extract().asString();

    assertThat(list).startsWith("{\"items\":[{\"nodeId\":\"taciturn\",\"lastSeenAt\":\"");
  }

  @Test
  void aStuckNodeSaysWhy() {
    read.stuckNode("stuck", "event 8 is of a type this version does not know");
    when()
        .get("/v1/data-plane-nodes")
        .then()
        .body("items.find { it.nodeId == 'stuck' }.state", equalTo("STUCK"))
        .body(
            "items.find { it.nodeId == 'stuck' }.reason",
            equalTo("event 8 is of a type this version does not know"))
        .body("items.find { it.nodeId == 'own' }.reason", nullValue());
  }

  @Test
  void everyNodeSaysHowManyNodesOfUpstreamsItFindsUnfit() {
    read.health("own", "10.0.0.1:80", "UNHEALTHY")
        .health("own", "10.0.0.2:80", "HEALTHY")
        .health("own", "10.0.0.3:80", "UNHEALTHY")
        .health("every", "10.0.0.1:80", "HEALTHY");
    when()
        .get("/v1/data-plane-nodes")
        .then()
        .body("items.nodeId", contains("every", "gone", "other", "own"))
        .body("items.unhealthyNodes", contains(0, 0, 0, 2));
  }

  @Test
  void nodesAreToldApartByWhetherTheyAreLive() {
    when()
        .get("/v1/data-plane-nodes?live=true")
        .then()
        .body("items.nodeId", contains("every", "other", "own"))
        .body("total", equalTo(3));
    when().get("/v1/data-plane-nodes?live=false").then().body("items.nodeId", contains("gone"));
    when()
        .get("/v1/data-plane-nodes?live=yes&limit=0")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("live", "limit"));
  }

  @Test
  void anInstanceIsServedByItsOwnNodesAndByThoseOfEveryInstance() {
    String path = "/v1/instances/" + instance + "/data-plane-nodes";

    when()
        .get(path)
        .then()
        .statusCode(200)
        .body("items.nodeId", contains("every", "gone", "own"))
        .body("items.instance", contains("*", instance, instance));
    when().get(path + "?live=true").then().body("items.nodeId", contains("every", "own"));
    when().get(path + "?limit=1&offset=1").then().body("items.nodeId", contains("gone"));
  }

  @Test
  void theNodesOfAnUnknownInstanceAreNotFound() {
    when()
        .get("/v1/instances/instance-99999999/data-plane-nodes")
        .then()
        .statusCode(404)
        .body("detail", equalTo("there is no instance-99999999"));
    when().get("/v1/instances/front/data-plane-nodes").then().statusCode(404);
  }

  @Test
  void aPositionNotReachedIsAProblem() {
    when()
        .get("/v1/data-plane-nodes?min_position=41&wait_ms=0")
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
  }
}
