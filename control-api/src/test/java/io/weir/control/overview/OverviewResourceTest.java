package io.weir.control.overview;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ControlApi
class OverviewResourceTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void replica(String id, String seen, String document, long position) throws SQLException {
    sql(
        """
        insert into projector.replica (replica_id, state, position, last_seen_at, document)
          values ('%s', 'LIVE', %d, now() - interval '%s', '%s')\
        """
            .formatted(id, position, seen, document));
  }

  @Test
  void itTellsWhatThereIsAndWhatReplicasSay() throws SQLException {
    ReadModelTables.create(database, 9);
    String upstream = gateway.upstream(gateway.vpc());
    String service = gateway.service(gateway.instance(gateway.vpc()));
    String api = Gateway.api(service, "/a", upstream);
    long position = gateway.position();
    replica("live", "1 s", "{\"ready\":true}", position);
    replica("away", "1 min", "{\"ready\":true}", 1);
    sql(
        "insert into projector.replica (replica_id, state, position, last_seen_at, document) values"
            + " ('old', 'LIVE', 1, now() + interval '1 min', '{\"ready\":false}')");
    var answer = given().get("/v1/overview?min_position=" + position);
    answer
        .then()
        .statusCode(200)
        .header("Weir-Position", Long.toString(position))
        .body("position", equalTo((int) position))
        .body("counts.upstreams", greaterThanOrEqualTo(1))
        .body("counts.apis", greaterThanOrEqualTo(1))
        .body("replicas.total", equalTo(2))
        .body("replicas.serving", equalTo(1))
        .body("replicas.behind", equalTo(1))
        .body("replicas.lagMillis", greaterThan(0))
        .body("attention.code", hasItems("API_NOT_CONNECTED", "REPLICA_BEHIND"))
        .body("attention.findAll { it.kind == 'replica' }.id", contains("old"))
        .body("attention.id", hasItem(api));
    ApiDocument.read().describes("Overview", answer);
    given()
        .get("/v1/overview?at=" + (position - 1))
        .then()
        .statusCode(200)
        .body("$", not(hasKey("replicas")))
        .body("attention.id", not(hasItem(api)));
  }

  @Test
  void theConfigurationIsToldWhileTheReadModelIsAway() throws SQLException {
    ReadModelTables.create(database, 9);
    sql("alter schema read rename to hidden");
    try {
      var answer = given().get("/v1/overview");
      answer.then().statusCode(200).body("$", not(hasKey("replicas")));
      ApiDocument.read().describes("Overview", answer);
    } finally {
      sql("alter schema hidden rename to read");
    }
  }

  @ParameterizedTest
  @CsvSource({"min_position=x, min_position", "at=tomorrow, at", "limit=5, limit"})
  void aWrongParameterIsNamed(String query, String parameter) {
    given()
        .get("/v1/overview?" + query)
        .then()
        .statusCode(400)
        .body("errors.parameter", contains(parameter));
  }
}
