package io.weir.control;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.apiBody;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code dry_run=true} as clients see it, beside what every kind of object does with it. */
@ControlApi
class DryRunResourceTest {
  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;
  @Inject DataSource database;

  private String upstream = "";
  private String service = "";
  private String api = "";

  /** An API whose upstream is in another VPC, joined by a network. */
  @BeforeEach
  void anApi() {
    var near = gateway.vpc();
    var far = gateway.vpc();
    var network = EventMother.network(name("network"));
    gateway.record(network);
    gateway.record(new LinkAttached(network.id(), near), new LinkAttached(network.id(), far));
    upstream = gateway.upstream(far);
    service = gateway.service(gateway.instance(near));
    api = Gateway.api(service, "/a", upstream);
  }

  private Response tried(Response answer) {
    answer
        .then()
        .statusCode(200)
        .header("Weir-Position", Long.toString(gateway.position()))
        .header("ETag", nullValue())
        .body("position", equalTo((int) gateway.position()));
    document.describes("DryRun", answer);
    return answer;
  }

  private String release() {
    return Gateway.create("/v1/services/" + service + "/releases", "{\"environment\":\"test\"}");
  }

  @Test
  void aReleaseIsTried() {
    String releases = "/v1/services/" + service + "/releases";
    tried(json("{\"environment\":\"test\"}").post(releases + "?dry_run=true"))
        .then()
        .body("events.type", contains("service.released.v3"))
        .body("events.subject", contains(service))
        .body("effects.code", contains("LIVE_AT_ONCE"))
        .body("effects.id", contains("test"))
        .body("effects.serviceId", contains(service));
    given().get("/v1/services/" + service).then().body("environments", empty());
    json("{\"environment\":\"prod\"}")
        .post(releases + "?dry_run=true")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/environment"));
  }

  @Test
  void anEnvironmentIsSwitchedAndUnreleasedAsATrial() {
    String first = release();
    String second = release();
    String environment = "/v1/services/" + service + "/environments/test";
    tried(json("{\"releaseId\":\"" + first + "\"}").put(environment + "?dry_run=true"))
        .then()
        .body("events.type", contains("service.environment-switched.v1"))
        .body("effects.detail", contains("answers with " + first));
    tried(given().delete(environment + "?dry_run=true"))
        .then()
        .body("effects.detail", contains("answers nothing"));
    given().get(environment).then().body("releaseId", equalTo(second));
    json("{\"releaseId\":\"release-00000000\"}")
        .put(environment + "?dry_run=true")
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_RELEASE"));
  }

  @Test
  void aNodeIsTriedWithTheSharesOfAll() {
    release();
    tried(json("{\"weight\":15}").put("/v1/upstreams/" + upstream + "/nodes/b:80?dry_run=true"))
        .then()
        .body("events.type", contains("upstream.nodes-changed.v1"))
        .body("changes.pointer", contains("/nodes/b:80"))
        .body("effects.code", contains("LIVE_AT_ONCE", "SHARE", "SHARE"))
        .body("effects.id", contains("test", "10.0.0.1:8080", "b:80"))
        .body("effects[1].from", equalTo(1.0f))
        .body("effects[1].to", equalTo(0.25f))
        .body("effects[2].upstreamId", equalTo(upstream));
    tried(
            json("{\"draining\":true}")
                .patch("/v1/upstreams/" + upstream + "/nodes/10.0.0.1:8080?dry_run=true"))
        .then()
        .body("warnings.code", contains("NO_ELIGIBLE_NODE"));
    given().get("/v1/upstreams/" + upstream).then().body("nodes.size()", equalTo(1));
  }

  @Test
  void aDraftIsTriedWithWhatItNeeds() {
    release();
    String away = gateway.upstream(gateway.vpc());
    String path = "/v1/services/" + service + "/apis/" + api;
    tried(json(apiBody("away", "/a", away)).put(path + "?dry_run=true"))
        .then()
        .body("warnings.code", contains("VPC_NOT_CONNECTED"))
        .body("effects.code", contains("API_DISCONNECTED", "NEEDS_RELEASE"))
        .body("effects[0].id", equalTo(api))
        .body("effects[0].detail", containsString("as a draft"));
    json(apiBody("away", "/a", away))
        .put(path + "?dry_run=true&require=reachable")
        .then()
        .statusCode(409)
        .body("code", equalTo("VPC_NOT_CONNECTED"));
  }

  @Test
  void aSecretIsNotMade() {
    String body = "{\"name\":\"" + name("key") + "\",\"role\":\"VIEWER\"}";
    json(body)
        .post("/v1/keys?dry_run=true")
        .then()
        .statusCode(200)
        .body("events.type", contains("key.created.v1"))
        .body(not(containsString("weir_")));
    json(body).post("/v1/keys").then().statusCode(201);
  }

  private long count(String query) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found = statement.executeQuery(query)) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    }
  }

  @Test
  void whatIsRefusedOfATrialIsNoAttempt() throws SQLException {
    String path = "/v1/upstreams/" + upstream;
    String attempts = "select count(*) from ledger.attempt where operation = 'PATCH " + path + "'";
    String commands = "select count(*) from ledger.command where operation like '% " + path + "'";
    long before = count(commands);
    for (String query : new String[] {"?dry_run=true", "?dry_run=true&x=1", ""}) {
      json("{\"name\":").patch(path + query).then().statusCode(400);
      given().delete(path + query).then().statusCode(query.contains("x=") ? 400 : 409);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(count(attempts)).isEqualTo(1));
    assertThat(count(commands)).isEqualTo(before + 1);
  }

  @Test
  void onlyChangesCanBeTried() {
    given().get("/v1/upstreams/" + upstream + "?dry_run=true").then().statusCode(400);
    given().get("/v1/upstreams?dry_run=true").then().statusCode(400);
    for (String wrong : new String[] {"", "TRUE", "1", "yes"}) {
      given()
          .delete("/v1/upstreams/" + upstream + "?dry_run=" + wrong)
          .then()
          .statusCode(400)
          .body("errors.parameter", contains("dry_run"));
    }
    given()
        .delete("/v1/upstreams/" + upstream + "?dry_run=true&dry_run=false")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("dry_run"));
  }
}
