package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists come from the read model: the projector's tables, whose rows are written by hand here. */
@ControlApi
class ListsTest {
  @Inject Gateway gateway;
  @Inject DataSource database;

  private void sql(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @BeforeEach
  void emptyReadModelAtPositionNine() {
    ReadModelTables.create(database, 9);
  }

  /** A row, whose other columns have values that no test looks at. */
  private void insert(String table, String columns, String rows) throws SQLException {
    sql("insert into read_g1." + table + " (" + columns + ") " + rows);
  }

  private void upstreams() throws SQLException {
    insert(
        "upstream",
        "id, name, vpc_id, protocol, algorithm, node_count, document, search, version, position,"
            + " created_at, changed_at",
        """
        select 'upstream-0000000' || i, 'u' || i, 'vpc-0000000' || (i % 2),
          case i when 1 then 'HTTPS' else 'HTTP' end, 'WEIGHTED_ROUND_ROBIN', i * 4 % 5,
          json_build_object('id', 'upstream-0000000' || i, 'name', 'u' || i), '10.0.0.' || i, 1, i,
          timestamptz '2026-01-01T00:00:00Z' + i * interval '1 s', '2026-01-02T00:00:00Z'
        from generate_series(1, 5) i\
        """);
    insert(
        "associated_api",
        "upstream_id, api_id, service_id, api_name, service_name, bound_at, drafted, environments,"
            + " search",
        """
        select 'upstream-00000002', 'api-0000000' || i, 'service-00000001', 'a' || i, 's', now(),
          true, '{}', '' from generate_series(1, 2) i\
        """);
  }

  @Test
  void upstreamsAreListedOldestFirst() throws SQLException {
    upstreams();
    given()
        .get("/v1/upstreams?limit=2&offset=1&count=true")
        .then()
        .statusCode(200)
        .header("Weir-Position", "9")
        .body("total", equalTo(5))
        .body("position", equalTo(9))
        .body("items.name", contains("u2", "u3"))
        .body("items[0].id", equalTo("upstream-00000002"))
        .body("items[0].version", equalTo(1))
        .body("items[0].position", equalTo(2))
        .body("items[0].apiCount", equalTo(2))
        .body("items[0].changedAt", equalTo("2026-01-02T00:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "name=u4, 1",
    "id=upstream-00000003, 1",
    "vpc_id=vpc-00000001, 3",
    "vpc_id=vpc-00000001&name=u2, 0",
    "vpc_id=vpc-00000001&name=u3, 1",
    "q=10.0.0.3, 1",
    "q=10.0.0, 5",
    "protocol=HTTPS, 1",
    "protocol=HTTP&vpc_id=vpc-00000001, 2",
    "algorithm=WEIGHTED_ROUND_ROBIN, 5",
    "health=UNKNOWN, 5",
    "health=HEALTHY, 0"
  })
  void filtersOfUpstreamsNarrowTogether(String query, int total) throws SQLException {
    upstreams();
    given().get("/v1/upstreams?count=true&" + query).then().body("total", equalTo(total));
  }

  @Test
  void upstreamsAreOrderedByTheNumberOfTheirNodes() throws SQLException {
    upstreams();
    given()
        .get("/v1/upstreams?sort=nodes&limit=2")
        .then()
        .body("items.name", contains("u5", "u4"))
        .header("Link", containsString("sort=nodes"));
    given()
        .get("/v1/upstreams?sort=-nodes")
        .then()
        .body("items.name", contains("u1", "u2", "u3", "u4", "u5"));
  }

  @ParameterizedTest
  @CsvSource({
    "limit=0, limit",
    "limit=101, limit",
    "offset=-1, offset",
    "id=vpc-00000001, id",
    "name=a-b, name",
    "vpc=vpc-00000001, vpc",
    "wait_ms=30001, wait_ms",
    "protocol=http, protocol",
    "algorithm=RANDOM, algorithm",
    "health=OFF, health",
    "min_position=x, min_position"
  })
  void aWrongParameterIsNamed(String query, String parameter) {
    given()
        .get("/v1/upstreams?" + query)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains(parameter));
  }

  @Test
  void aListWaitsForThePositionItMustKnow() throws Exception {
    given()
        .get("/v1/upstreams?min_position=10&wait_ms=0")
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
    var answer =
        CompletableFuture.supplyAsync(
            () -> given().get("/v1/upstreams?min_position=10&wait_ms=30000"));
    sql(ReadModelTables.atSql(10));
    answer.get().then().statusCode(200).body("position", equalTo(10));
  }

  @Test
  void theDomainsOfAServiceAreListedByName() throws SQLException {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    for (String domain : new String[] {"b.example.com", "a.example.com"}) {
      insert(
          "domain",
          "domain, service_id, environment, document, search, version, position, created_at,"
              + " changed_at",
          """
          values ('%s', '%s', 'release',
            '{"domain":"%s","serviceId":"%s","environment":"release"}', '%s', 1, 9, now(),
            '2026-01-02T00:00:00Z')\
          """
              .formatted(domain, service, domain, service, domain));
    }
    var answer = given().get("/v1/services/" + service + "/domains?count=true");
    answer
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("items.domain", contains("a.example.com", "b.example.com"))
        .body("items[0].environment", equalTo("release"))
        .body("items[0].version", equalTo(1));
    ApiDocument.read().describes("DomainList", answer);
    given().get("/v1/services/service-00000000/domains").then().statusCode(404);
  }

  @Test
  void theApisOfAnUpstreamTellWhereTheyUseIt() throws SQLException {
    String upstream = gateway.upstream(gateway.vpc());
    insert(
        "associated_api",
        "upstream_id, api_id, service_id, api_name, service_name, bound_at, drafted, environments,"
            + " search",
        """
        values ('%s', 'api-00000001', 'service-00000001', 'pets', 'shop', '2026-01-01T00:00:00Z',
          true, '{test,release}', 'pets')\
        """
            .formatted(upstream));
    given()
        .get("/v1/upstreams/" + upstream + "/apis?count=true")
        .then()
        .statusCode(200)
        .body("total", equalTo(1))
        .body("items[0].apiId", equalTo("api-00000001"))
        .body("items[0].apiName", equalTo("pets"))
        .body("items[0].serviceName", equalTo("shop"))
        .body("items[0].boundAt", equalTo("2026-01-01T00:00:00Z"))
        .body("items[0].drafted", equalTo(true))
        .body("items[0].environments", contains("test", "release"));
    given().get("/v1/upstreams/upstream-aaaaaaaa/apis").then().statusCode(404);
  }

  @Test
  void servicesTellTheirApisAndEnvironments() throws SQLException {
    insert(
        "service",
        "id, name, document, api_count, search, version, position, created_at, changed_at",
        "values ('service-00000001', 'shop', '{\"id\":\"service-00000001\"}', 3, '', 2, 7, now(),"
            + " now())");
    insert(
        "environment",
        "service_id, environment, release_id, position, switched_at",
        """
        values ('service-00000001', 'test', 'release-00000001', 7, now()),
          ('service-00000001', 'release', 'release-00000001', 8, now())\
        """);
    given()
        .get("/v1/services?name=shop")
        .then()
        .body("items", hasSize(1))
        .body("items[0].apiCount", equalTo(3))
        .body("items[0].environments", contains("release", "test"));
    given().get("/v1/services?instance_id=instance-00000001").then().body("items", empty());
  }

  @Test
  void theDraftsOfAServiceTellTheirReachability() throws SQLException {
    String service = gateway.service(null);
    insert(
        "api",
        "id, service_id, name, method, path, upstream_id, document, search, reachability, version,"
            + " position, created_at, changed_at",
        """
        values ('api-00000001', '%s', 'pets', 'GET', '/pets', 'upstream-00000001',
          '{"id":"api-00000001"}', '', '{"status":"SAME_VPC"}', 1, 5, now(), now())\
        """
            .formatted(service));
    String apis = "/v1/services/" + service + "/apis";
    given()
        .get(apis + "?path=/pets&method=GET&upstream_id=upstream-00000001")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].reachability.status", equalTo("SAME_VPC"));
    given().get(apis + "?method=POST").then().body("items", empty());
    given().get(apis + "?method=get").then().statusCode(400);
    given().get("/v1/services/service-aaaaaaaa/apis").then().statusCode(404);
  }

  @Test
  void releasesAreListedNewestFirst() throws SQLException {
    String service = gateway.service(null);
    insert(
        "release",
        "id, service_id, environment, description, api_count, position, released_at, actor, search",
        """
        select 'release-0000000' || i, '%s', case when i = 2 then 'test' else 'release' end, 'd', i, i,
          '2026-01-01T00:00:00Z'::timestamptz, 'ada', 'd' from generate_series(1, 3) i\
        """
            .formatted(service));
    String releases = "/v1/services/" + service + "/releases";
    given()
        .get(releases)
        .then()
        .body("items.id", contains("release-00000003", "release-00000002", "release-00000001"))
        .body("items[0].actor", equalTo("ada"))
        .body("items[0].releasedAt", equalTo("2026-01-01T00:00:00Z"));
    given().get(releases + "?environment=test").then().body("items", hasSize(1));
    given().get(releases + "?environment=prod").then().statusCode(400);
  }

  private void events() throws SQLException {
    insert(
        "event",
        "position, stream, version, type, subjects, concerns, actor, reason, command_id,"
            + " correlation, recorded_at, hash, data, changes, search",
        """
        select i, 'upstream/u', i, case when i % 2 = 0 then 'upstream.deleted.v1' else 'upstream.created.v1' end,
          array['upstream-00000001', 'vpc-0000000' || i],
          array['upstream-00000001', 'vpc-0000000' || i, 'ccn-0000000' || i],
          case when i = 1 then 'ada' else 'grace' end, case when i = 1 then 'because' end,
          '00000000-0000-0000-0000-000000000001'::uuid, 'trace',
          '2026-01-01T00:00:00Z'::timestamptz + (i - 1) * interval '1 s', 'ab',
          json_build_object('n', i), json_build_array(json_build_object('pointer', '/n', 'to', i)),
          'upstream/u' || i from generate_series(1, 5) i\
        """);
  }

  @Test
  void aSummaryOfHistoryHasNoDataAndCanBeWalkedFromItsBeginning() throws SQLException {
    events();
    var first = given().get("/v1/events?sort=position&limit=3&fields=summary");
    first
        .then()
        .body("items.position", contains(1, 2, 3))
        .body("items.data", everyItem(nullValue()))
        .body("items.changes", everyItem(nullValue()));
    String link = first.header("Link");
    given()
        .urlEncodingEnabled(false)
        .get(link.substring(1, link.indexOf('>')))
        .then()
        .body("items.position", contains(4, 5));
  }

  @Test
  void historyIsNewestFirstAndContinuesBeforeAPosition() throws SQLException {
    events();
    given()
        .get("/v1/events?limit=2")
        .then()
        .statusCode(200)
        .body("items.position", contains(5, 4))
        .body("total", nullValue())
        .body("position", equalTo(9));
    given()
        .get("/v1/events?before=2")
        .then()
        .body("items.position", contains(1))
        .body("items[0].actor", equalTo("ada"))
        .body("items[0].reason", equalTo("because"))
        .body("items[0].commandId", equalTo("00000000-0000-0000-0000-000000000001"))
        .body("items[0].subjects", contains("upstream-00000001", "vpc-00000001"))
        .body("items[0].recordedAt", equalTo("2026-01-01T00:00:00Z"))
        .body("items[0].data.n", equalTo(1))
        .body("items[0].changes[0].pointer", equalTo("/n"))
        .body("items[0].changes[0].to", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({
    "subject=vpc-00000003, 1",
    "subject=upstream-00000001, 5",
    "subject=ccn-00000003, 1",
    "subject=upstream, 0",
    "type=upstream, 5",
    "type=upstream.created, 3",
    "type=upstream.created.v1, 3",
    "type=upstream.cre, 0",
    "actor=ada, 1",
    "actor=grace&type=upstream.deleted, 2",
    "q=UPSTREAM/U3, 1",
    "after_position=3, 2",
    "after_position=1&before=4, 2",
    "since=2026-01-01T00:00:02Z, 3",
    "since=2026-01-01T00:00:02.000001Z, 2",
    "until=2026-01-01T00:00:02Z, 2",
    "since=2026-01-01T01:00:01%2B01:00&until=2026-01-01T00:00:03Z, 2",
    "since=2027-01-01T00:00:00Z, 0",
    "until=2027-01-01T00:00:00Z, 5",
    "since=2026-01-01T00:00:02Z&until=2026-01-01T00:00:02Z, 0"
  })
  void historyIsFiltered(String query, int found) throws SQLException {
    events();
    given()
        .urlEncodingEnabled(false)
        .get("/v1/events?" + query)
        .then()
        .statusCode(200)
        .body("items", hasSize(found));
  }

  @ParameterizedTest
  @CsvSource({"subject", "type", "actor"})
  void whatPostgresCannotLookForIsRefused(String filter) {
    given()
        .urlEncodingEnabled(false)
        .get("/v1/events?" + filter + "=%00")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"));
  }

  @Test
  void aReadModelThatDoesNotExistYetIsAProblem() throws SQLException {
    sql(ReadModelTables.dropSql());
    given()
        .get("/v1/events")
        .then()
        .statusCode(503)
        .body("code", equalTo("READ_MODEL_UNAVAILABLE"));
  }
}
