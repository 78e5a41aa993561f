package io.weir.control.recovery;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.ledger.relay.LedgerRelay;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** The database goes back under the running service. */
@ControlApi
class RecoveryResourceTest {
  private static final Duration WAIT = Duration.ofSeconds(60);

  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;
  @Inject DataSource database;
  @Inject LedgerRelay relay;

  /** As a restored backup leaves it. */
  private void rewindTo(long position) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          """
          begin; alter table ledger.event disable trigger event_only_grows;
          delete from ledger.event where position > %1$d;
          delete from ledger.command where position > %1$d;
          alter table ledger.event enable trigger event_only_grows;
          update ledger.ledger_head h set position = e.position, hash = e.hash, recorded_at = e.recorded_at
          from ledger.event e where e.position = %1$d; commit\
          """
              .formatted(position));
    }
  }

  /** Who asked for recoveries with a reason. */
  private List<String> recoveries() throws SQLException {
    List<String> found = new ArrayList<>();
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select concat_ws('|', actor, reason, source_address, operation, position) from"
                    + " ledger.command where name = 'recover-ledger' and reason is not null")) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private void awaitTopic(long position) {
    await().atMost(WAIT).until(() -> relay.status().published() >= position);
  }

  @Test
  void aRewoundDatabaseIsSaidEverywhereAndPutRightFromTheTopic() throws SQLException {
    String upstream = gateway.upstream(gateway.vpc());
    long before = gateway.position();
    String lost = gateway.upstream(gateway.vpc());
    long head = gateway.position();
    awaitTopic(head);

    rewindTo(before);

    for (var answer :
        new io.restassured.response.Response[] {
          given().get("/v1/upstreams/" + upstream),
          Gateway.json("{\"name\":\"" + Gateway.name("rewound") + "\"}").post("/v1/services")
        }) {
      answer
          .then()
          .statusCode(503)
          .header("Retry-After", "30")
          .body("code", equalTo("LEDGER_REWOUND"))
          .body("detail", containsString("ends with event " + before + ","))
          .body("detail", containsString("but event " + head + " was recorded"));
    }
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                given()
                    .get("/q/health/ready")
                    .then()
                    .statusCode(503)
                    .body(
                        "checks.find { it.name == 'ledger-history' }.data.databasePosition",
                        equalTo((int) before)));
    await()
        .atMost(WAIT)
        .untilAsserted(
            () ->
                given()
                    .get("/q/metrics")
                    .then()
                    .body(containsString("weir_ledger_rewound 1.0"))
                    .body(containsString("weir_relay_failing 1.0")));

    given()
        .post("/v1/ledger/recovery?dry_run=true")
        .then()
        .statusCode(200)
        .body("before", equalTo((int) before))
        .body("after", equalTo((int) head))
        .body("dryRun", equalTo(true));
    given().get("/v1/upstreams/" + upstream).then().statusCode(503);
    var recovered =
        given()
            .header("Weir-Actor", "ada")
            .header("Weir-Reason", "the disk broke")
            .post("/v1/ledger/recovery");
    recovered.then().statusCode(200).body("dryRun", equalTo(false)).body("left", nullValue());
    document.describes("Recovery", recovered);

    assertThat(recoveries())
        .containsExactly("ada|the disk broke|127.0.0.1|POST /v1/ledger/recovery|" + head);
    given().get("/v1/upstreams/" + lost).then().statusCode(200);
    gateway.upstream(gateway.vpc());
    await()
        .atMost(WAIT)
        .untilAsserted(
            () -> {
              given().get("/q/health/ready").then().statusCode(200);
              given().get("/q/metrics").then().body(containsString("weir_relay_failing 0.0"));
            });
    awaitTopic(gateway.position());
  }

  @Test
  void whatWasAppendedToTheShorterHistoryIsNamedAndNothingIsChanged() throws SQLException {
    gateway.vpc();
    long before = gateway.position();
    awaitTopic(before);
    tamper("update ledger.event set hash = sha256('') where position = " + before, before);
    try {
      given()
          .post("/v1/ledger/recovery")
          .then()
          .statusCode(409)
          .body("code", equalTo("NOT_RECOVERABLE"))
          .body("detail", startsWith("the topic does not continue event " + before));
    } finally {
      tamper(
          "update ledger.event set hash = (select hash from ledger_head_before)"
              + " where position = "
              + before,
          before);
    }
    given().post("/v1/ledger/recovery").then().statusCode(200);
    // the topic is looked at once a second: until then writes are refused
    await().atMost(WAIT).ignoreExceptions().until(() -> gateway.vpc() != null);
  }

  /** Keeps the right hash in a table beside. */
  private void tamper(String sql, long position) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "create table if not exists ledger_head_before as select hash from ledger.event where"
              + " position = "
              + position);
      statement.execute("alter table ledger.event disable trigger event_only_grows");
      statement.execute(sql);
      statement.execute("alter table ledger.event enable trigger event_only_grows");
      statement.execute(
          "update ledger.ledger_head set hash = (select hash from ledger.event where position = "
              + position
              + ")");
    }
  }

  @Test
  void parametersThatMakeNoSenseAreAllNamed() {
    given()
        .post("/v1/ledger/recovery?dry_run=perhaps&to=0&force=true")
        .then()
        .statusCode(400)
        .body("errors.parameter", hasItem("force"));
    given()
        .post("/v1/ledger/recovery?dry_run=perhaps&to=0")
        .then()
        .statusCode(400)
        .body("errors.parameter", equalTo(java.util.List.of("dry_run", "to")))
        .body("errors[0].detail", equalTo("must be true or false"));
  }
}
