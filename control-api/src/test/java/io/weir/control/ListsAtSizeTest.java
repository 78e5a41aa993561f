package io.weir.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Lists of 50,000 objects: PostgreSQL finds every page, in every order and by every filter, without
 * reading a table through. A search and a count may: they have to look at everything.
 */
@ControlApi
class ListsAtSizeTest {
  private static final int MANY = 50_000;
  private static final List<String> TABLES =
      List.of("upstream", "service", "api", "domain", "event");
  private static final String[] OF_OBJECTS = {
    "",
    "sort=name",
    "sort=-name",
    "sort=id",
    "sort=-id",
    "sort=-created",
    "sort=changed",
    "sort=-changed",
    "fields=summary",
    "name=n777",
    "name=n777&sort=-changed"
  };

  @Inject Gateway gateway;
  @Inject DataSource database;
  private String service = "";
  private final Map<String, Long> asked = new TreeMap<>();

  private void sql(String... statements) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @BeforeEach
  void fill() throws SQLException {
    service = gateway.service(gateway.instance(gateway.vpc()));
    ReadModelTables.create(database, 1);
    String stamps =
        "'x', 1, i, timestamptz '2026-01-01' + i * interval '1 s',"
            + " timestamptz '2026-01-01' + (i * 7919 % 50000) * interval '1 s'";
    String stamped = "document, search, version, position, created_at, changed_at";
    String rows = " from generate_series(1, " + MANY + ") i";
    sql(
        "insert into read_g1.upstream (id, name, vpc_id, protocol, algorithm, node_count, "
            + stamped
            + ") select 'upstream-' || lpad(i::text, 8, '0'), 'n' || i, 'vpc-0000000' || i % 3,"
            + " 'HTTP', 'WEIGHTED_ROUND_ROBIN', i % 200, '{}', "
            + stamps
            + rows,
        "insert into read_g1.service (id, name, instance_id, api_count, "
            + stamped
            + ") select 'service-' || lpad(i::text, 8, '0'), 'n' || i, 'instance-0000000' || i % 3,"
            + " 0, '{}', "
            + stamps
            + rows,
        "insert into read_g1.api (id, service_id, name, method, path, upstream_id,"
            + " reachability, "
            + stamped
            + ") select 'api-' || lpad(i::text, 8, '0'), case when i % 2 = 0 then '"
            + service
            + "' else 'service-' || i % 100 end, 'n' || i, 'GET', '/p' || i, 'upstream-' ||"
            + " lpad((i % 5000)::text, 8, '0'),"
            + " json_build_object('status', case when i % 3 = 0 then 'CONNECTED' else 'SAME_VPC'"
            + " end), '{}', "
            + stamps
            + rows,
        "insert into read_g1.domain (domain, service_id, environment, "
            + stamped
            + ") select 'd'"
            + " || i || '.example.com', case when i % 2 = 0 then '"
            + service
            + "' else 'service-' || i % 100 end, 'release', '{}', "
            + stamps
            + rows,
        "insert into read_g1.event (position, stream, version, type, subjects, concerns, actor,"
            + " command_id, correlation, recorded_at, hash, data, changes, search) select i, 'x',"
            + " 1, case when i % 9 = 0 then 'upstream.created.v1' else 'api.changed.v1' end, '{}',"
            + " array['upstream-' || lpad((i % 500)::text, 8, '0')], 'actor' || i % 50,"
            + " gen_random_uuid(), 't', '2026-01-01'::timestamptz + i * interval '1 s', 'h', '{}',"
            + " '[]', ''"
            + rows,
        "analyze",
        // what making the indexes has counted is told apart from what is counted later
        "select pg_stat_force_next_flush()");
  }

  private void walk(String table, String path, String... queries) {
    for (String query : queries) {
      String next = path + "?limit=20&" + query;
      for (int page = 0; page < 3 && next != null; page++) {
        var answer = given().urlEncodingEnabled(false).get(next);
        assertThat(answer.statusCode()).as(next + " " + answer.asString()).isEqualTo(200);
        asked.merge(table, 1L, Long::sum);
        String link = answer.header("Link");
        next = link == null ? null : link.substring(1, link.indexOf('>'));
      }
    }
  }

  @Test
  void noPageIsFoundByReadingATable() throws SQLException {
    Map<String, Long> before = new TreeMap<>();
    for (String table : TABLES) {
      before.put(table, scans("seq_scan", table));
    }
    walk(
        "upstream",
        "/v1/upstreams",
        with(
            OF_OBJECTS,
            "vpc_id=vpc-00000001",
            "protocol=HTTP",
            "algorithm=WEIGHTED_ROUND_ROBIN",
            "sort=nodes",
            "sort=-nodes"));
    walk("service", "/v1/services", with(OF_OBJECTS, "instance_id=instance-00000001"));
    walk(
        "api",
        "/v1/services/" + service + "/apis",
        with(OF_OBJECTS, "path=/p778", "upstream_id=upstream-00000008"));
    walk(
        "api",
        "/v1/apis",
        with(
            OF_OBJECTS,
            "path=/p778",
            "upstream_id=upstream-00000008",
            "service_id=" + service,
            "reachability=CONNECTED"));
    for (String domains : List.of("/v1/services/" + service + "/domains", "/v1/domains")) {
      walk(
          "domain",
          domains,
          "",
          "sort=-domain",
          "sort=created",
          "sort=-changed",
          "domain=d778.example.com");
    }
    walk("domain", "/v1/domains", "service_id=" + service);
    walk(
        "event",
        "/v1/events",
        "",
        "sort=position",
        "before=30000",
        "after_position=30000",
        "since=2026-01-01T02:00:00Z",
        "since=2026-01-01T02:00:00Z&until=2026-01-01T03:00:00Z&sort=position",
        "subject=upstream-00000007",
        "actor=actor7",
        "type=upstream.created.v1",
        "type=upstream",
        "actor=nobody",
        "type=nothing",
        "subject=upstream-99999999");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              for (var table : asked.entrySet()) {
                assertThat(scans("idx_scan", table.getKey()))
                    .as(table.getKey())
                    .isGreaterThanOrEqualTo(table.getValue());
              }
            });
    for (String table : TABLES) {
      assertThat(scans("seq_scan", table)).as(table).isEqualTo(before.get(table));
    }
  }

  private static String[] with(String[] queries, String... more) {
    List<String> all = new ArrayList<>(List.of(queries));
    all.addAll(List.of(more));
    return all.toArray(new String[0]);
  }

  private long scans(String kind, String table) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select coalesce("
                    + kind
                    + ", 0) from pg_stat_user_tables where schemaname = 'read_g1'"
                    + " and relname = '"
                    + table
                    + "'")) {
      assertThat(found.next()).isTrue();
      return found.getLong(1);
    }
  }
}
