package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.weir.testing.Backends;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What auditors are told while what they ask for cannot be read. */
@ControlApi
class AwayDatabaseTest {
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<String> OF_THE_LEDGER =
      List.of(
          "/v1/diff?from=0&to=1",
          "/v1/diff?from=1&to=1",
          "/v1/events/export",
          "/v1/events/export?format=csv&after_position=1");
  private static final List<String> OF_BOTH = List.of("/v1/replay-check", "/v1/replay-check?at=1");

  @Inject Gateway gateway;
  @Inject DataSource database;
  Backends backends;

  @BeforeEach
  void somethingHappened() {
    gateway.vpc();
    gateway.vpc();
    ReadModelTables.create(database, gateway.position());
  }

  private static void answered(List<String> paths) {
    for (String path : paths) {
      assertThat(given().get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  private static void unavailable(List<String> paths, String code) {
    for (String path : paths) {
      Response answer = given().get(path);
      assertThat(answer.statusCode()).as(path + " " + answer.asString()).isEqualTo(503);
      answer.then().contentType("application/problem+json").body("code", equalTo(code));
      assertThat(answer.header("Retry-After")).as(path).isNotNull();
      assertThat(given().head(path).statusCode()).as("HEAD " + path).isEqualTo(503);
    }
  }

  @Test
  void whileTheLedgersDatabaseIsAwayAllAreUnavailableAndAnsweredAgainAfterwards() {
    answered(OF_THE_LEDGER);
    answered(OF_BOTH);
    backends.postgres().stop();
    try {
      unavailable(OF_THE_LEDGER, "LEDGER_UNAVAILABLE");
      unavailable(OF_BOTH, "READ_MODEL_UNAVAILABLE");
    } finally {
      backends.postgres().start();
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              answered(OF_THE_LEDGER);
              answered(OF_BOTH);
            });
  }

  @Test
  void withoutAProjectorOnlyTheReplayCheckIsUnavailable() throws Exception {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(ReadModelTables.dropSql());
    }
    answered(OF_THE_LEDGER);
    unavailable(OF_BOTH, "READ_MODEL_UNAVAILABLE");
  }

  @Test
  void aProjectorThatIsBehindHoldsUpNoneOfThem() {
    ReadModelTables.create(database, 0);
    answered(OF_THE_LEDGER);
    answered(OF_BOTH);
  }
}
