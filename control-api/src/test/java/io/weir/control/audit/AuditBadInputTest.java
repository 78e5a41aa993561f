package io.weir.control.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What auditors may get wrong, and what is told them. */
@ControlApi
class AuditBadInputTest {
  static final String FAR = "999999999";

  @Inject Gateway gateway;
  @Inject DataSource database;

  @BeforeEach
  void theReadModelKnowsTheLedger() {
    gateway.vpc();
    ReadModelTables.create(database, gateway.position());
  }

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "events?since=2026-01-01, since",
    "events?since=yesterday, since",
    "events?since=2026-02-30T00:00:00Z, since",
    "events?since=2026-01-01T00:00:00, since",
    "events?since=2026-01-01T00:00:00.1234567Z, since",
    "events?until=1767225600, until",
    "events?since=2026-01-02T00:00:00Z&until=2026-01-01T00:00:00Z, until",
    "events?after_position=-1, after_position",
    "events?after_position=5&before=3, before",
    "events?colour=red, colour",
    "events?after=AAAA, after",
    "attempts?since=now, since",
    "attempts?colour=red, colour",
    "events/stream?after_position=x, after_position",
    "events/stream?after_position=" + FAR + ", after_position",
    "events/stream?after_hash=abc, after_hash",
    "events/stream?since=2026-01-01T00:00:00Z, since",
    "events/export?format=xml, format",
    "events/export?after_position=" + FAR + ", after_position",
    "events/export?before=" + FAR + ", before",
    "events/export?after_position=1&before=1, before",
    "events/export?actor=ada, actor",
    "diff?to=1, from",
    "diff?from=x&to=1, from",
    "diff?from=0&to=" + FAR + ", to",
    "diff?from=0&to=2999-01-01T00:00:00Z, to"
  })
  void aWrongParameterIsNamed(String query, String parameter) {
    given()
        .get("/v1/" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", hasItem(parameter));
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "-1", "1.5", FAR, "18446744073709551616"})
  void aLastEventIdThatIsNoPositionOfThisLedgerIsRefused(String id) {
    given()
        .header("Last-Event-ID", id)
        .get("/v1/events/stream")
        .then()
        .statusCode(400)
        .body("errors.header", contains("Last-Event-ID"));
  }

  @Test
  void aStreamOfAnotherHistoryIsRefused() {
    given()
        .get("/v1/events/stream?after_position=1&after_hash=" + "a".repeat(64))
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("after_hash"))
        .body("errors.detail[0]", containsString("is not that of event 1"));
  }

  @Test
  void aCursorOfAnotherLedgerIsRefused() throws SQLException {
    sql(
        """
        insert into read_g1.event (position, stream, version, type, subjects, concerns, actor,
          command_id, correlation, recorded_at, hash, data, changes, search)
        select i, 'x', 1, 'vpc.created.v1', '{}', '{}', 'ada', gen_random_uuid(), 't', now(), 'h',
          '{}', '[]', '' from generate_series(1, 3) i;
        update projector.generation set ledger_id = gen_random_uuid()\
        """);
    String link = given().get("/v1/events?limit=1").header("Link");
    String next = link.substring(1, link.indexOf('>'));
    given().urlEncodingEnabled(false).get(next).then().statusCode(200);
    sql("update projector.generation set ledger_id = gen_random_uuid()");
    given()
        .urlEncodingEnabled(false)
        .get(next)
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("after"))
        .body("errors.detail[0]", equalTo("is a cursor of another ledger"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upstreams/upstream-00000000",
        "upstreams/nonsense",
        "services/service-00000000",
        "services/service-00000000/apis/api-00000000",
        "services/service-00000000/releases/release-00000000",
        "services/service-00000000/environments/release",
        "services/service-00000000/environments/nowhere",
        "services/service-00000000/domains/a.example.com"
      })
  void whatNeverWasHasNoHistory(String path) {
    given()
        .get("/v1/" + path + "/history")
        .then()
        .statusCode(404)
        .body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void whatIsGoneHasOne() throws SQLException {
    sql(
        """
        insert into read_g1.event (position, stream, version, type, subjects, concerns, actor,
          command_id, correlation, recorded_at, hash, data, changes, search)
        values (1, 'upstream/upstream-00000001', 2, 'upstream.deleted.v1', '{}',
          '{upstream-00000001}', 'ada', gen_random_uuid(), 't', now(), 'h', '{}', '[]', '')\
        """);
    given()
        .get("/v1/upstreams/upstream-00000001/history")
        .then()
        .statusCode(200)
        .body("items.type", contains("upstream.deleted.v1"));
  }

  @Test
  void aMomentAgoIsNotTheFuture() {
    String moment = Instant.now().minusMillis(1).truncatedTo(ChronoUnit.MICROS).toString();
    given().get("/v1/diff?from=0&to=" + moment).then().statusCode(200).body("from", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/events/stream", "/v1/events/export"})
  void headersAloneHaveAnEnd(String path) {
    given().head(path).then().statusCode(200);
  }
}
