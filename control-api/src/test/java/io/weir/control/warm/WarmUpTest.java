package io.weir.control.warm;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.weir.control.ControlApi;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A start as it is in operation, with keys. */
@ControlApi
@TestProfile(WarmUpTest.AsInOperation.class)
class WarmUpTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject DataSource database;

  /** With the warm-up, and where everybody has to show a key. */
  public static class AsInOperation implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("weir.warm-up.limit", "30s", "weir.auth", "keys");
    }
  }

  private long count(String table) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery("select count(*) from " + table)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void nothingIsLeftOfWhatWasRehearsedAndNobodyElseIsLetIn() throws SQLException {
    // lists are rehearsed too, as soon as there are some
    ReadModelTables.create(database, 0);
    await().atMost(PATIENCE).until(() -> given().get("/q/health/ready").statusCode() == 200);

    Map<String, Long> counts = new HashMap<>();
    for (String table : new String[] {"event", "command", "attempt", "api_key_secret"}) {
      counts.put(table, count("ledger." + table));
    }
    assertThat(counts.values()).as("%s", counts).containsOnly(0L);
    assertThat(count("ledger.ledger_head where position = 0")).isEqualTo(1);
    assertThat(
            given()
                .get("/q/metrics")
                .asString()
                .lines()
                .filter(line -> line.startsWith("http_server_requests"))
                .filter(line -> line.contains("/v1")))
        .isEmpty();
    // who is outside is as unknown as ever
    given().get("/v1/upstreams").then().statusCode(401);
  }
}
