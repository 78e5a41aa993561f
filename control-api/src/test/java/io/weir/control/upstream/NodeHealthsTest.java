package io.weir.control.upstream;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What live replicas find of nodes, as reads and lists tell it. */
@ControlApi
class NodeHealthsTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void emptyReadModel() {
    ReadModelTables.create(database, 9);
  }

  private void health(String upstream, String node, String replica, String state)
      throws SQLException {
    sql(
        """
        insert into projector.replica (replica_id, last_seen_at, document)
          values ('%s', now(), '{}') on conflict do nothing;
        insert into projector.node_health (replica, upstream_id, node, state, changed_at)
          values ('%s', '%s', '%s', '%s', '2026-01-03T00:00:00Z')\
        """
            .formatted(replica, replica, upstream, node, state));
  }

  private String checkedUpstream() {
    String nodes =
        IntStream.rangeClosed(1, 3)
            .mapToObj("{\"address\":\"10.0.0.%d\",\"port\":80,\"weight\":1}"::formatted)
            .collect(Collectors.joining(","));
    return Gateway.create(
        "/v1/upstreams",
        """
        {"vpcId":"%s","protocol":"HTTP","healthChecker":{"enablePassiveCheck":true},"nodes":[%s]}\
        """
            .formatted(gateway.vpc(), nodes));
  }

  /** As the projector would. */
  private void project(String id) throws SQLException {
    String document = given().get("/v1/upstreams/" + id).asString();
    sql(
        "insert into read_g1.upstream (id, name, vpc_id, protocol, algorithm, node_count, document,"
            + " search, version, position, created_at, changed_at) "
            + "values ('%s', '', 'vpc-00000000', 'HTTP', 'WEIGHTED_ROUND_ROBIN', 3, '%s', '', 1, 1, now(), now())"
                .formatted(id, document.replaceAll(",\"health\":\"[A-Z_]*\"", "")));
  }

  @Test
  void aNodeIsUnhealthyIfAnyReplicaFindsItSo() throws SQLException {
    String id = checkedUpstream();
    given()
        .get("/v1/upstreams/" + id)
        .then()
        .body("nodes.health", contains("NO_DATA", "NO_DATA", "NO_DATA"));
    project(id);
    health(id, "10.0.0.1:80", "a", "HEALTHY");
    health(id, "10.0.0.1:80", "b", "HEALTHY");
    health(id, "10.0.0.2:80", "a", "HEALTHY");
    health(id, "10.0.0.2:80", "b", "UNHEALTHY");
    health("upstream-00000000", "10.0.0.3:80", "a", "UNHEALTHY");
    given()
        .get("/v1/upstreams/" + id)
        .then()
        .body("nodes.health", contains("HEALTHY", "UNHEALTHY", "NO_DATA"));
    given()
        .get("/v1/upstreams?id=" + id)
        .then()
        .body("items[0].nodes.health", contains("HEALTHY", "UNHEALTHY", "NO_DATA"))
        .body("items[0].nodes.address", contains("10.0.0.1", "10.0.0.2", "10.0.0.3"));
  }

  /** What counts is what is found of the nodes that it has, if anybody looks. */
  @Test
  void upstreamsAreFilteredByTheirHealth() throws SQLException {
    String checked = checkedUpstream();
    String unchecked = gateway.upstream(gateway.vpc());
    project(checked);
    project(unchecked);
    listed("UNKNOWN", checked, unchecked);
    health(checked, "10.0.0.1:80", "a", "HEALTHY");
    health(checked, "10.0.0.9:80", "a", "UNHEALTHY");
    health(unchecked, "10.0.0.1:8080", "a", "UNHEALTHY");
    listed("UNKNOWN", unchecked);
    listed("HEALTHY", checked);
    listed("UNHEALTHY");
    health(checked, "10.0.0.1:80", "b", "UNHEALTHY");
    listed("HEALTHY");
    listed("UNHEALTHY", checked);
    sql("update projector.replica set last_seen_at = now() - interval '1 min'");
    listed("UNKNOWN", checked, unchecked);
  }

  private static void listed(String health, String... upstreams) {
    given()
        .get("/v1/upstreams?count=true&health=" + health)
        .then()
        .body("items.id", containsInAnyOrder(upstreams))
        .body("total", equalTo(upstreams.length));
  }

  @Test
  void anUnhealthyNodeSaysWhyAndSinceWhen() throws SQLException {
    String id = checkedUpstream();
    project(id);
    health(id, "10.0.0.1:80", "a", "HEALTHY");
    for (String replica : new String[] {"a", "b", "c"}) {
      health(id, "10.0.0.2:80", replica, replica.equals("a") ? "HEALTHY" : "UNHEALTHY");
    }
    sql(
        "update projector.node_health set cause = 'because of ' || replica,"
            + " changed_at = '2026-01-04T00:00:00Z' where replica = 'c'");
    sql(
        "update projector.node_health set cause = 'because of ' || replica,"
            + " changed_at = '2026-01-03T12:00:00.000123Z' where replica = 'b'");
    for (String path : new String[] {"/v1/upstreams/" + id, "/v1/upstreams?id=" + id}) {
      String nodes = path.contains("?") ? "items[0].nodes" : "nodes";
      given()
          .get(path)
          .then()
          .body(nodes + ".health", contains("HEALTHY", "UNHEALTHY", "NO_DATA"))
          .body(nodes + ".healthCause", contains(null, "because of b", null))
          .body(nodes + ".healthSince", contains(null, "2026-01-03T12:00:00.000123Z", null));
    }
    var node = given().get("/v1/upstreams/" + id + "/nodes/10.0.0.2:80");
    node.then().body("healthCause", equalTo("because of b"));
    ApiDocument.read().describes("Node", node);
    ApiDocument.read().describes("Upstream", given().get("/v1/upstreams/" + id));
    var list = given().get("/v1/upstreams/" + id + "/health?unhealthy=true");
    list.then()
        .body("items.cause", contains("because of b", "because of c"))
        .body("items.since", contains("2026-01-03T12:00:00.000123Z", "2026-01-04T00:00:00Z"));
    ApiDocument.read().describes("NodeHealthList", list);
  }

  @Test
  void withoutAnyCheckNobodyLooks() throws SQLException {
    String id = gateway.upstream(gateway.vpc());
    project(id);
    health(id, "10.0.0.1:8080", "a", "UNHEALTHY");
    given().get("/v1/upstreams/" + id).then().body("nodes.health", contains("OFF"));
    given().get("/v1/upstreams?id=" + id).then().body("items[0].nodes.health", contains("OFF"));
    given().get("/v1/upstreams/" + id + "/health").then().body("items", empty());
  }

  @Test
  void theHealthOfNodesIsListedByReplica() throws SQLException {
    String id = checkedUpstream();
    health(id, "10.0.0.2:80", "b", "UNHEALTHY");
    health(id, "10.0.0.2:80", "a", "HEALTHY");
    health(id, "10.0.0.1:80", "a", "HEALTHY");
    health(id, "10.0.0.9:80", "a", "UNHEALTHY");
    var answer = given().get("/v1/upstreams/" + id + "/health?count=true");
    answer
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.node", contains("10.0.0.1:80", "10.0.0.2:80", "10.0.0.2:80"))
        .body("items.replica", contains("a", "a", "b"))
        .body("items.health", contains("HEALTHY", "HEALTHY", "UNHEALTHY"))
        .body("items[0].since", equalTo("2026-01-03T00:00:00Z"));
    ApiDocument.read().describes("NodeHealthList", answer);
    given()
        .get("/v1/upstreams/" + id + "/health?limit=1&offset=2")
        .then()
        .body("items", hasSize(1));
    given()
        .get("/v1/upstreams/" + id + "/health?unhealthy=true")
        .then()
        .body("items.replica", contains("b"));
    given().get("/v1/upstreams/upstream-00000000/health").then().statusCode(404);
  }
}
