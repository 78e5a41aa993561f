package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.value.UpstreamId;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads of what was: {@code at} a position or a time. */
@ControlApi
class AtTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private String upstream = "";

  /** The position at which the upstream was just made. */
  private long made;

  @BeforeEach
  void anUpstreamThatChanged() {
    ReadModelTables.create(database, Long.MAX_VALUE);
    upstream = gateway.upstream(gateway.vpc());
    made = gateway.position();
    patch("changed");
  }

  private void patch(String description) {
    given()
        .contentType("application/merge-patch+json")
        .body("{\"description\":\"" + description + "\"}")
        .patch("/v1/upstreams/" + upstream)
        .then()
        .statusCode(200);
  }

  private String path() {
    return "/v1/upstreams/" + upstream;
  }

  @Test
  void anObjectIsAnsweredAsItWas() {
    given()
        .get(path() + "?at=" + made)
        .then()
        .statusCode(200)
        .header("Weir-Position", Long.toString(made))
        .header("Weir-Event-Time", not(nullValue()))
        .body("description", equalTo(""))
        .body("version", equalTo(1))
        .body("nodes[0]", not(hasKey("health")));
    given()
        .get(path())
        .then()
        .header("Weir-Event-Time", nullValue())
        .body("description", equalTo("changed"))
        .body("nodes[0]", hasKey("health"));
  }

  @Test
  void aTimeStandsForTheLastEventUntilThen() {
    String time = given().get(path() + "?at=" + made).header("Weir-Event-Time");
    String justBefore = Instant.parse(time).minusNanos(1000).toString();
    given()
        .get(path() + "?at=" + time)
        .then()
        .header("Weir-Position", Long.toString(made))
        .body("description", equalTo(""));
    given()
        .get(path() + "?at=" + justBefore)
        .then()
        .statusCode(404)
        .header("Weir-Position", Long.toString(made - 1));
    given()
        .get(path() + "?at=" + Instant.now())
        .then()
        .header("Weir-Position", Long.toString(gateway.position()))
        .body("description", equalTo("changed"));
  }

  @Test
  void whatWasNotThereYetIsNotFound() {
    given()
        .get(path() + "?at=" + (made - 1))
        .then()
        .statusCode(404)
        .header("Weir-Position", Long.toString(made - 1));
    given().get(path() + "?at=0").then().statusCode(404).header("Weir-Position", "0");
    given().get(path() + "/apis?at=" + (made - 1)).then().statusCode(404);
  }

  @Test
  void anEntityTagOfThePastWorks() {
    String then = given().get(path() + "?at=" + made).header("ETag");
    given()
        .header("If-None-Match", then)
        .get(path() + "?at=" + made)
        .then()
        .statusCode(304)
        .header("Weir-Position", Long.toString(made));
    given().header("If-None-Match", then).get(path()).then().statusCode(200);
    given().header("If-Match", then).delete(path()).then().statusCode(412);
  }

  @Test
  void aSnapshotIsOfThatMoment() throws IOException {
    Response response = given().get("/v1/snapshot?at=" + made);
    GatewayImage image =
        Snapshot.read(new ByteArrayInputStream(response.asByteArray()), EventCodec.CURRENT).image();
    assertThat(image.position()).isEqualTo(made);
    assertThat(image.upstreams().get(new UpstreamId(upstream)).settings().description().value())
        .isEmpty();
    GatewayImage nothing =
        Snapshot.read(
                new ByteArrayInputStream(given().get("/v1/snapshot?at=0").asByteArray()),
                EventCodec.CURRENT)
            .image();
    assertThat(nothing.position()).isZero();
    assertThat(nothing.vpcs()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "yesterday, must be a position or a time such as 2026-01-31T10:42:00Z; a + in it is written"
        + " %2B",
    "2026-01-31T10:42:00, must be a position or a time",
    "2026-02-30T10:42:00Z, must be a position or a time",
    "99999999999999999999, must be a position or a time",
    "1.5, must be a position or a time",
    "'', must not be empty",
    "-1, is before the beginning: positions start at 0",
    "2000-01-01T00:00:00Z, is before the beginning: the first event was recorded at ",
    "1999-12-31T23:59:59%2B02:00, is before the beginning: ",
    "99999999, is in the future: the ledger ends with event ",
    "2999-01-01T00:00:00Z, is in the future: it is ",
    "%2B1000000000-01-01T00:00:00Z, must be a position or a time",
  })
  void aMomentThatThereIsNotIsNamed(String at, String why) {
    for (String read :
        new String[] {path(), "/v1/upstreams", path() + "/apis", "/v1/services", "/v1/snapshot"}) {
      given()
          .urlEncodingEnabled(false)
          .get(read + "?at=" + at)
          .then()
          .statusCode(400)
          .body("code", equalTo("VALIDATION_FAILED"))
          .body("errors.parameter", contains("at"))
          .body("errors[0].detail", containsString(why));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/v1/upstreams"})
  void itCannotBeAskedForTogetherWithALeastPosition(String list) {
    given()
        .get((list.isEmpty() ? path() : list) + "?at=1&min_position=1")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("at"))
        .body("errors[0].detail", equalTo("cannot be given together with min_position"));
  }

  @Test
  void everyViolationIsToldTogether() {
    given()
        .get("/v1/upstreams?at=99999999&limit=0")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("at"))
        .body("errors.parameter", hasItem("limit"));
  }

  @Test
  void whatIsNotConfigurationHasNoPast() {
    given()
        .get(path() + "/health?at=1")
        .then()
        .statusCode(400)
        .body("errors[0].detail", equalTo("is not a parameter of this resource"));
    given().get("/v1/events?at=1").then().statusCode(400);
    given()
        .get("/v1/upstreams?at=1&health=HEALTHY")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("health"))
        .body("errors[0].detail", equalTo("cannot be given together with at: it is not recorded"));
    given().delete(path() + "?at=1").then().statusCode(400);
  }

  private void rows() throws SQLException {
    String sql =
        """
        insert into read_g1.upstream (id, name, vpc_id, protocol, algorithm, node_count, document, search, version, position, created_at, changed_at, valid_from)
        select 'upstream-0000000' || i, 'u' || i, 'vpc-00000000', 'HTTP', 'WEIGHTED_ROUND_ROBIN', 1, json_build_object('id', 'upstream-0000000' || i), 'u', 1, i,
          timestamptz '2026-01-01T00:00:00Z' + i * interval '1 s', '2026-01-02T00:00:00Z', i
        from generate_series(1, 5) i;
        insert into read_g1.upstream_past (id, name, vpc_id, protocol, algorithm, node_count, document, search, version, position, created_at, changed_at, valid_from, valid_to)
        values ('upstream-00000000', 'gone', 'vpc-00000000', 'HTTP', 'WEIGHTED_ROUND_ROBIN', 1, '{}', 'u', 1, 1, '2026-01-01T00:00:00Z', now(), 1, 2)\
        """;
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aListIsOfThatMomentPageByPage() throws SQLException {
    rows();
    given()
        .get("/v1/upstreams?at=1&count=true")
        .then()
        .statusCode(200)
        .header("Weir-Position", "1")
        .body("position", equalTo(1))
        .body("total", equalTo(2))
        .body("items.position", contains(1, 1));
    Response first = given().get("/v1/upstreams?at=2&limit=1&count=true");
    first.then().body("total", equalTo(2)).body("items.id", contains("upstream-00000001"));
    String link = first.header("Link");
    String next = link.substring(1, link.indexOf('>'));
    assertThat(next).contains("at=2");
    given()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(200)
        .body("items.id", contains("upstream-00000002"));
    for (String other : new String[] {next.replace("at=2", "at=1"), next.replace("at=2&", "")}) {
      given()
          .urlEncodingEnabled(false)
          .get(other)
          .then()
          .statusCode(400)
          .body("errors.parameter", contains("after"));
    }
  }

  @Test
  void aListOfThePastWaitsForTheReadModelToHaveGotThere() {
    ReadModelTables.create(database, made - 1);
    given()
        .get("/v1/upstreams?wait_ms=0&at=" + made)
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
    given().get("/v1/upstreams?wait_ms=0&at=" + (made - 1)).then().statusCode(200);
  }
}
