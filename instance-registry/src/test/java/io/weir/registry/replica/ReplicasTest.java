package io.weir.registry.replica;

import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.instance;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.weir.registry.InstanceRegistry;
import io.weir.registry.ReadSchema;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class ReplicasTest {
  private static final int AN_HOUR_FROM_NOW = -3600;
  private static final int AN_HOUR_AGO = 3600;

  @Inject DataSource database;
  private ReadSchema read;
  private String instance;

  /** None is ahead of the ledger, which has two events at least. */
  @BeforeEach
  void fourReplicas() {
    instance = instance(vpc());
    read =
        ReadSchema.create(database)
            .at(40)
            .replica("every", "*", 2, AN_HOUR_FROM_NOW)
            .replica("gone", instance, 1, AN_HOUR_AGO)
            .replica("other", "instance-00000000", 2, AN_HOUR_FROM_NOW)
            .replica("own", instance, 2, AN_HOUR_FROM_NOW);
  }

  @Test
  void everyReplicaIsListedWithWhatItLastSaid() {
    when()
        .get("/v1/replicas?count=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(4))
        .body("position", equalTo(40))
        .body("items.replicaId", contains("every", "gone", "other", "own"))
        .body("items.live", contains(true, false, true, true))
        .body("items[1].instance", equalTo(instance))
        .body("items[1].state", equalTo("LIVE"))
        .body("items[1].position", equalTo(1))
        .body("items[1].address", equalTo("127.0.0.1:8000"))
        .body("items[1].adminAddress", equalTo("127.0.0.1:9000"))
        .body("items[1].lastSeenAt", endsWith("Z"));
  }

  @Test
  void aReplicaThatSaysNothingOfItselfIsListedNevertheless() {
    read.taciturnReplica("taciturn");

    String list = when().get("/v1/replicas?offset=4").then().statusCode(200).extract().asString();

    assertThat(list).startsWith("{\"items\":[{\"replicaId\":\"taciturn\",\"lastSeenAt\":\"");
  }

  private static final String NEWER =
      "event 8 (upstream.teleported.v1 by alice) cannot be read: this version of Weir knows no"
          + " event type upstream.teleported.v1";

  @Test
  void aStuckReplicaSaysWhy() {
    read.stuckReplica("stuck", NEWER);
    when()
        .get("/v1/replicas")
        .then()
        .body("items.find { it.replicaId == 'stuck' }.state", equalTo("STUCK"))
        .body("items.find { it.replicaId == 'stuck' }.reason", equalTo(NEWER))
        .body("items.find { it.replicaId == 'own' }.reason", nullValue());
  }

  /** The database was restored from an older backup; a replica reads the topic alone. */
  @Test
  void aReplicaThatIsAheadOfTheLedgerIsSaidToBeSo() {
    read.replica("ahead", "*", 999_999, AN_HOUR_FROM_NOW);
    when()
        .get("/v1/replicas")
        .then()
        .body(
            "items.find { it.replicaId == 'ahead' }.reason",
            startsWith("ahead of the ledger: its database ends with event "))
        .body(
            "items.find { it.replicaId == 'ahead' }.reason",
            endsWith("this replica has applied event 999999"))
        .body("items.find { it.replicaId == 'own' }.reason", nullValue());
  }

  @Test
  void everyReplicaSaysHowManyNodesOfUpstreamsItFindsUnfit() {
    read.health("own", "10.0.0.1:80", "UNHEALTHY")
        .health("own", "10.0.0.2:80", "HEALTHY")
        .health("own", "10.0.0.3:80", "UNHEALTHY")
        .health("every", "10.0.0.1:80", "HEALTHY");
    when()
        .get("/v1/replicas")
        .then()
        .body("items.replicaId", contains("every", "gone", "other", "own"))
        .body("items.unhealthyNodes", contains(0, 0, 0, 2));
  }

  @Test
  void aReplicaTellsForHowLongItHasNotAppliedWhatIsRecorded() {
    int end = lastPosition();
    read.replica("first", "*", 0, 0).replica("last", "*", end, 0);
    when()
        .get("/v1/replicas")
        .then()
        .body("items.find { it.replicaId == 'first' }.lagMillis", greaterThan(0))
        .body("items.find { it.replicaId == 'last' }.lagMillis", equalTo(0))
        .body("items.find { it.replicaId == 'gone' }.lagMillis", nullValue());
    when()
        .get("/v1/instances/" + instance + "/replicas")
        .then()
        .body("items.find { it.replicaId == 'last' }.lagMillis", equalTo(0));
  }

  private int lastPosition() {
    return Integer.parseInt(when().get("/v1/instances/" + instance).header("Weir-Position"));
  }

  @Test
  void nodesAreToldApartByWhetherTheyAreLive() {
    when()
        .get("/v1/replicas?live=true&count=true")
        .then()
        .body("items.replicaId", contains("every", "other", "own"))
        .body("total", equalTo(3));
    when().get("/v1/replicas?live=false").then().body("items.replicaId", contains("gone"));
    when()
        .get("/v1/replicas?live=yes&limit=0")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("live", "limit"));
  }

  @Test
  void anInstanceIsServedByItsOwnReplicasAndByThoseOfEveryInstance() {
    String path = "/v1/instances/" + instance + "/replicas";

    when()
        .get(path)
        .then()
        .statusCode(200)
        .body("items.replicaId", contains("every", "gone", "own"))
        .body("items.instance", contains("*", instance, instance));
    when().get(path + "?live=true").then().body("items.replicaId", contains("every", "own"));
    when().get(path + "?limit=1&offset=1").then().body("items.replicaId", contains("gone"));
  }

  @Test
  void theReplicasOfAnUnknownInstanceAreNotFound() {
    when()
        .get("/v1/instances/instance-99999999/replicas")
        .then()
        .statusCode(404)
        .body("detail", equalTo("there is no instance-99999999"));
    when().get("/v1/instances/front/replicas").then().statusCode(404);
  }

  @Test
  void aPositionNotReachedIsAProblem() {
    when()
        .get("/v1/replicas?min_position=41&wait_ms=0")
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
  }
}
