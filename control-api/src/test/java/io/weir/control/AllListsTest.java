package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is listed of all services at once. */
@ControlApi
class AllListsTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private void sql(String... statements) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** Three APIs of two services: the first two released, the second out of reach. */
  @BeforeEach
  void fill() throws SQLException {
    gateway.vpc();
    gateway.vpc();
    ReadModelTables.create(database, 9);
    String stamps = "1, i, timestamptz '2026-01-01' + i * interval '1 s', '2026-01-02', i";
    sql(
        """
        insert into read_g1.service (id, name, api_count, document, search, version, position,
            created_at, changed_at, valid_from)
          select 'service-0000000' || i, 's' || i, 1, '{}', '', %s from generate_series(1, 2) i
        """
            .formatted(stamps),
        """
        insert into read_g1.api (id, service_id, name, method, path, upstream_id, document, search,
            reachability, version, position, created_at, changed_at, valid_from)
          select 'api-0000000' || i, 'service-0000000' || (1 + i / 3), 'a' || i, 'GET', '/p' || i,
            'upstream-0000000' || i % 2,
            json_build_object('id', 'api-0000000' || i, 'serviceId',
              'service-0000000' || (1 + i / 3), 'name', 'a' || i, 'description', '',
              'frontEnd', json_build_object('path', '/p' || i),
              'backEnd', json_build_object('upstreamId', 'upstream-0000000' || i % 2, 'path', '/')),
            'a' || i,
            json_build_object('status',
              case i when 2 then 'VPC_NOT_CONNECTED' else 'SAME_VPC' end),
        """
            + stamps
            + " from generate_series(1, 3) i",
        """
        insert into read_g1.associated_api (upstream_id, api_id, service_id, api_name,
            service_name, bound_at, drafted, environments, search, valid_from)
          select 'upstream-00000009', 'api-0000000' || i, 'service-00000001', 'a', 's', now(),
            false, case i when 1 then '{release,test}'::text[] else '{test}' end, '', i
          from generate_series(1, 2) i
        """,
        """
        insert into read_g1.domain (domain, service_id, environment, document, search, version,
            position, created_at, changed_at, valid_from)
          select 'd' || i || '.example', 'service-0000000' || i, 'release',
            json_build_object('domain', 'd' || i || '.example', 'serviceId',
              'service-0000000' || i, 'environment', 'release'), '', %s
          from generate_series(1, 2) i
        """
            .formatted(stamps));
  }

  @Test
  void theApisOfAllServicesTellWhoseTheyAre() {
    var answer = given().get("/v1/apis?count=true");
    answer
        .then()
        .statusCode(200)
        .body("total", equalTo(3))
        .body("items.id", contains("api-00000001", "api-00000002", "api-00000003"))
        .body(
            "items.serviceId", contains("service-00000001", "service-00000001", "service-00000002"))
        .body("items.serviceName", contains("s1", "s1", "s2"))
        .body("items[1].reachability.status", equalTo("VPC_NOT_CONNECTED"));
    ApiDocument.read().describes("ApiList", answer);
    given()
        .get("/v1/apis?fields=summary&limit=1")
        .then()
        .body("items[0].serviceName", equalTo("s1"))
        .body("items[0]", not(hasKey("backEnd")));
  }

  @ParameterizedTest
  @CsvSource({
    "service_id=service-00000001, 2",
    "upstream_id=upstream-00000001, 2",
    "environment=release, 1",
    "environment=test, 2",
    "environment=prepub, 0",
    "reachability=VPC_NOT_CONNECTED, 1",
    "reachability=SAME_VPC, 2",
    "reachability=SAME_VPC&environment=test, 1",
    "name=a2, 1",
    "path=/p3&method=GET, 1",
    "q=A3, 1",
    "at=1, 1",
    "at=2&environment=test, 2",
    "at=1&environment=test, 1",
  })
  void filtersNarrowTogetherNowAndInThePast(String query, int total) {
    given().get("/v1/apis?count=true&" + query).then().body("total", equalTo(total));
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/apis?reachability=connected, reachability",
    "/v1/apis?environment=prod, environment",
    "/v1/apis?service_id=shop, service_id",
    "/v1/apis?service=service-00000001, service",
    "/v1/apis?sort=path, sort",
    "/v1/domains?environment=, environment",
    "/v1/domains?service_id=x, service_id",
    "/v1/domains?limit=0, limit",
    "/v1/domains?min_position=-1, min_position",
  })
  void aWrongParameterIsNamed(String path, String parameter) {
    given()
        .get(path)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains(parameter));
  }

  @Test
  void theDomainsOfAllServicesTellWhoseTheyAre() {
    var answer = given().get("/v1/domains?count=true&sort=-domain");
    answer
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.domain", contains("d2.example", "d1.example"))
        .body("items.serviceName", contains("s2", "s1"));
    ApiDocument.read().describes("DomainList", answer);
    given()
        .get("/v1/domains?service_id=service-00000001")
        .then()
        .body("items.domain", contains("d1.example"));
    given().get("/v1/domains?environment=test").then().body("items", empty());
  }
}
