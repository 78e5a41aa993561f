package io.weir.control.search;

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
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ControlApi
class SearchTest {
  private static final String STAMPS = "1, 1, '2026-01-01', '2026-01-01', 2";

  @Inject Gateway gateway;
  @Inject DataSource database;

  private void insert(String table, String columns, String values) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into read_g1.%s (%s, version, position, created_at, changed_at, valid_from) values (%s, %s)"
              .formatted(table, columns, values, STAMPS));
    }
  }

  @BeforeEach
  void oneOfEachKind() throws SQLException {
    gateway.vpc();
    gateway.vpc();
    ReadModelTables.create(database, 9);
    insert("vpc", "id, name, document, search", "'vpc-1', 'shop', '{}', 'vpc-1\nshop'");
    insert("network", "id, name, document, search", "'ccn-1', 'shopping', '{}', 'ccn-1\nshopping'");
    insert(
        "instance",
        "id, name, vpc_id, document, search",
        "'instance-1', 'edge', 'vpc-1', '{}', 'instance-1\nedge\nof the shop'");
    insert(
        "service",
        "id, name, api_count, document, search",
        "'service-1', 'workshop', 1, '{}', 'service-1\nworkshop'");
    insert(
        "upstream",
        "id, name, vpc_id, protocol, algorithm, node_count, document, search",
        """
        'upstream-1', '', 'vpc-1', 'HTTP', 'WEIGHTED_ROUND_ROBIN', 3, '{"nodes":[{"address":"a","port":1},
          {"address":"Shop.internal","port":80},{"address":"fd00::1","port":80}]}',
        'upstream-1\na:1\nshop.internal:80\n[fd00::1]:80'\
        """);
    insert(
        "api",
        "id, service_id, name, method, path, upstream_id, document, search",
        "'api-1', 'service-1', 'pets', 'GET', '/shop', 'upstream-1', '{}', 'api-1\npets\n/shop'");
    insert(
        "domain",
        "domain, service_id, environment, document, search",
        "'shop.example', 'service-1', 'release', '{}', 'shop.example'");
  }

  @Test
  void whatIsCalledJustSoComesFirstThenWhatBeginsSo() {
    var answer = given().get("/v1/search?q=SHOP");
    answer
        .then()
        .statusCode(200)
        .header("Weir-Position", "9")
        .body("position", equalTo(9))
        .body(
            "items.kind",
            contains("vpc", "domain", "network", "upstream", "service", "api", "instance"))
        .body(
            "items.id",
            contains(
                "vpc-1", "shop.example", "ccn-1", "upstream-1", "service-1", "api-1", "instance-1"))
        .body("items.find { it.kind == 'upstream' }.name", equalTo("upstream-1"))
        .body("items.find { it.kind == 'upstream' }.detail", equalTo("Shop.internal:80"))
        .body("items.find { it.kind == 'api' }.detail", equalTo("GET /shop"))
        .body("items.find { it.kind == 'api' }.serviceName", equalTo("workshop"))
        .body("items.find { it.kind == 'domain' }.serviceId", equalTo("service-1"))
        .body("items.find { it.kind == 'domain' }.detail", equalTo("release"));
    given().get("/v1/search?q=shop&limit=2").then().body("items.kind", contains("vpc", "domain"));
    given().get("/v1/search?q=[fd00::1]").then().body("items.detail", contains("[fd00::1]:80"));
    given().get("/v1/search?q=upstream-1").then().body("items.id", contains("upstream-1"));
    given().get("/v1/search?q=%25").then().body("items", empty());
    given()
        .get("/v1/search?q=-1")
        .then()
        .body(
            "items.kind",
            containsInAnyOrder("upstream", "service", "api", "vpc", "network", "instance"));
  }

  @Test
  void thePastIsSearchedToo() {
    given().get("/v1/search?q=shop&at=1").then().statusCode(200).body("items", empty());
    given()
        .get("/v1/search?q=shop&at=2")
        .then()
        .header("Weir-Position", "2")
        .body("items", hasSize(7))
        .body("items.find { it.kind == 'api' }.serviceName", equalTo("workshop"));
  }

  @Test
  void theAnswerIsWhatTheDocumentSays() throws SQLException {
    ReadModelTables.create(database, 9);
    insert(
        "service",
        "id, name, api_count, document, search",
        "'service-9x2kd0aq', 'shop', 1, '{}', 'shop'");
    insert(
        "domain",
        "domain, service_id, environment, document, search",
        "'shop.example', 'service-9x2kd0aq', 'release', '{}', 'shop.example'");
    ApiDocument.read().describes("SearchResult", given().get("/v1/search?q=shop"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', q",
    "?q=, q",
    "?q=%00, q",
    "?q=a&limit=0, limit",
    "?q=a&limit=101, limit",
    "?q=a&limit=x, limit",
    "?q=a&at=tomorrow, at",
    "?q=a&at=1000000, at",
    "?q=a&min_position=x, min_position",
    "?q=a&kind=api, kind",
  })
  void aWrongParameterIsNamed(String query, String parameter) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/search" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains(parameter));
  }
}
