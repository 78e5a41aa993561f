package io.weir.control.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.rest.attempt.Retention;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What was refused can be read; other tests are refused a lot, so each asks until it is heard. */
@ControlApi
class AttemptsTest {
  @Inject Gateway gateway;
  @Inject DataSource database;
  @Inject Retention retention;

  private static List<Map<String, Object>> attempts(String query) {
    JsonPath found =
        given().get("/v1/attempts?" + query).then().statusCode(200).extract().jsonPath();
    return found.getList("items");
  }

  /** The first attempt that fits, made anew until it is written down and not only counted. */
  private static Map<String, Object> refused(String query, int status, Supplier<Integer> request) {
    await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              assertThat(request.get()).isEqualTo(status);
              return !attempts(query).isEmpty();
            });
    return attempts(query).getFirst();
  }

  @Test
  void whatTheLedgerRefusesIsThereAtOnceWithPathAndReasons() {
    String upstream = gateway.upstream(gateway.vpc());
    String service = gateway.service(gateway.instance(gateway.vpc()));
    String api = Gateway.api(service, "/used", upstream);
    String path = "/v1/upstreams/" + upstream;
    given().header("Weir-Actor", "mallory").header("Weir-Reason", "to see").delete(path);
    var attempt = attempts("actor=mallory&subject=" + upstream).getFirst();
    assertThat(attempt)
        .containsEntry("operation", "DELETE " + path)
        .containsEntry("command", "delete-upstream")
        .containsEntry("status", 409)
        .containsEntry("code", "IN_USE")
        .containsEntry("reason", "to see")
        .containsKeys("at", "sourceAddress", "correlation", "position");
    assertThat(attempt.get("errors").toString()).contains(api);
    assertThat(attempts("code=IN_USE&subject=" + api)).hasSize(1);
    assertThat(attempts("fields=summary&subject=" + upstream).getFirst())
        .doesNotContainKey("errors");
  }

  @Test
  void whatIsMalformedIsThereWithoutItsBodyAndItsQuery() {
    String actor = Gateway.name("malformed");
    var attempt =
        refused(
            "actor=" + actor,
            400,
            () ->
                Gateway.json("{\"password\": \"hunter2\"")
                    .header("Weir-Actor", actor)
                    .post("/v1/services?token=hunter2")
                    .statusCode());
    assertThat(attempt)
        .containsEntry("operation", "POST /v1/services")
        .containsEntry("status", 400)
        .doesNotContainKey("command");
    assertThat(attempt.toString()).doesNotContain("hunter2");
  }

  @Test
  void whatMayNotOrIsOfTheWrongTypeIsThere() {
    assertThat(
            refused(
                "code=FOREIGN_ORIGIN",
                403,
                () ->
                    Gateway.json("{}")
                        .header("Origin", "https://evil.example")
                        .post("/v1/services")
                        .statusCode()))
        .containsEntry("status", 403);
    assertThat(
            refused(
                "code=UNSUPPORTED_MEDIA_TYPE",
                415,
                () -> given().contentType("text/csv").body("a").post("/v1/services").statusCode()))
        .containsEntry("status", 415);
    assertThat(
            refused(
                "code=METHOD_NOT_ALLOWED&q=/v1/events",
                405,
                () -> given().post("/v1/events").statusCode()))
        .containsEntry("operation", "POST /v1/events");
  }

  @Test
  void readsAreNoAttempts() {
    given().get("/v1/upstreams/upstream-00000009").then().statusCode(404);
    assertThat(attempts("subject=upstream-00000009")).isEmpty();
  }

  @Test
  void aFloodIsCountedAndNotKept() {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              for (int i = 0; i < 70; i++) {
                Gateway.json("x").post("/v1/services").then().statusCode(400);
              }
              return attempts("code=NOT_RECORDED").stream()
                  .anyMatch(attempt -> (int) attempt.get("unrecorded") > 0);
            });
    assertThat(given().get("/q/metrics").asString()).contains("weir_attempts_unrecorded_total");
  }

  @Test
  void whatIsOldIsDeletedAndWhatIsCommittedStays() throws SQLException {
    gateway.vpc();
    sql(
        """
        insert into ledger.attempt (id, at, operation, status, code, errors, correlation)
        select gen_random_uuid(), now() - i * interval '1 day', 'POST /old', 400, 'BAD_REQUEST', '[]', 'c'
        from generate_series(85, 95) i;
        insert into ledger.command (id, name, outcome, code, actor, correlation, position, at)
        select gen_random_uuid(), 'old', outcome, case outcome when 'refused' then 'IN_USE' end, 'old',
          'c', 1, now() - interval '91 days' from unnest(array['refused', 'committed']) outcome\
        """);
    retention.enforce();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                attempts("operation=POST /old&limit=100").size() == 5
                    && attempts("actor=old").isEmpty());
    assertThat(count("select count(*) from ledger.command where actor = 'old'")).isEqualTo(1);
  }

  @Test
  void aKeyThatIsOldIsForgottenAndMayNameAnotherRequest() throws SQLException {
    String old = "key-" + UUID.randomUUID();
    String fresh = "key-" + UUID.randomUUID();
    for (String key : List.of(old, fresh)) {
      keyed(key, "first").then().statusCode(201);
      keyed(key, "other").then().statusCode(422);
    }
    sql(
        "update ledger.command set at = at - interval '7 days 1 s' where idempotency_key = '%s'"
            .formatted(old));
    retention.enforce();
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "select count(*) from ledger.command where outcome = 'committed'"
                            + " and idempotency_key = '%s'".formatted(old))
                    == 0);
    keyed(old, "other").then().statusCode(201);
    keyed(fresh, "other").then().statusCode(422);
  }

  private static Response keyed(String key, String name) {
    return Gateway.json("{\"name\": \"%s_%s\"}".formatted(name, key.replace('-', '_')))
        .header("Idempotency-Key", key)
        .post("/v1/services");
  }

  @Test
  void ofMoreThanIsKeptTheOldestGoFirstThoseOfUnknownActors() throws SQLException {
    sql(
        """
        insert into ledger.attempt (id, at, operation, status, code, errors, actor, correlation)
        select gen_random_uuid(), now() - interval '80 days' + i * interval '1 s', 'POST /surplus',
          401, 'UNAUTHENTICATED', '[]', case when i <= 100 then 'somebody' end, 'c'
        from generate_series(1, 106000) i\
        """);
    try {
      retention.enforce();
      String ours = "select count(*) from ledger.attempt where operation = 'POST /surplus' and ";
      // the timer may delete at the same time, and be ready first with what is less old
      await()
          .atMost(Duration.ofSeconds(60))
          .until(
              () ->
                  count("select count(*) from ledger.attempt") <= 100_100
                      && count(
                              ours
                                  + "at < now() - interval '80 days' + interval '5000 s'"
                                  + " and actor is null")
                          == 0);
      assertThat(count(ours + "actor = 'somebody'")).isEqualTo(100);
      assertThat(count("select count(*) from ledger.attempt")).isGreaterThan(90_000);
    } finally {
      sql("delete from ledger.attempt where operation = 'POST /surplus'");
    }
  }

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private long count(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
