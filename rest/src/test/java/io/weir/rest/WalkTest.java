package io.weir.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Walking through a list, page after page, while others create, rename and delete: whatever stays
 * and keeps its place in the order is seen once.
 */
@QuarkusTest
@QuarkusTestResource(PostgresAlone.class)
@Tag("slow")
class WalkTest {
  private static final int WALKS = 4;

  @Inject Pool pool;

  /** Name by id: what there is. */
  private final Map<String, String> things = new TreeMap<>();

  private final Set<String> everything = new HashSet<>();
  private Random random = new Random();
  private int clock;

  @ParameterizedTest
  @ValueSource(
      strings = {"created", "-created", "id", "-id", "name", "-name", "changed", "-changed"})
  void nothingThatStaysIsMissedOrSeenTwice(String sort) {
    for (int seed = 0; seed < WALKS; seed++) {
      random = new Random(seed);
      things.clear();
      everything.clear();
      pool.query(ReadModelTables.createSql(1)).execute().await().indefinitely();
      for (int i = 0; i < 20; i++) {
        create();
      }
      walk(sort, 1 + random.nextInt(6));
    }
  }

  private void walk(String sort, int limit) {
    Map<String, String> atFirst = Map.copyOf(things);
    Set<String> renamed = new HashSet<>();
    Map<String, Integer> seen = new HashMap<>();
    String next = "/v1/things?sort=" + sort + "&limit=" + limit;
    while (next != null) {
      var answer = given().urlEncodingEnabled(false).get(next);
      List<String> ids = answer.jsonPath().getList("items.id");
      assertThat(ids).hasSizeLessThanOrEqualTo(limit);
      ids.forEach(id -> seen.merge(id, 1, Integer::sum));
      if (sort.endsWith("name")) {
        assertThat(answer.jsonPath().<String>getList("items.name"))
            .isSortedAccordingTo(
                sort.startsWith("-") ? (a, b) -> b.compareTo(a) : (a, b) -> a.compareTo(b));
      }
      next = next(answer.header("Link"));
      for (int i = random.nextInt(4); i > 0; i--) {
        change(renamed);
      }
    }
    boolean moves = sort.endsWith("name") || sort.endsWith("changed");
    for (String id : atFirst.keySet()) {
      if (things.containsKey(id) && !(moves && renamed.contains(id))) {
        assertThat(seen).as("%s in the order of %s", id, sort).containsEntry(id, 1);
      }
    }
    assertThat(everything).containsAll(seen.keySet());
    if (!moves) {
      assertThat(seen.values()).allMatch(times -> times == 1);
    }
  }

  private static @Nullable String next(@Nullable String link) {
    return link == null ? null : link.substring(1, link.indexOf('>'));
  }

  private void change(Set<String> renamed) {
    List<String> ids = new ArrayList<>(things.keySet());
    String some = ids.get(random.nextInt(ids.size()));
    switch (random.nextInt(3)) {
      case 0 -> create();
      case 1 -> {
        things.put(some, name());
        renamed.add(some);
        execute(
            "update read_g1.vpc set name = $2, changed_at = '2026-01-01'::timestamptz + $3 *"
                + " interval '1 ms', document = json_build_object('id', $1::text, 'name', $2::text)"
                + " where id = $1",
            Tuple.of(some, things.get(some), clock++ / 3));
      }
      default -> {
        if (things.size() > 1) {
          things.remove(some);
          execute("delete from read_g1.vpc where id = $1", Tuple.of(some));
        }
      }
    }
  }

  /** Ids in no order; names and times that others have, too. */
  private void create() {
    String id = "vpc-%08x".formatted(random.nextInt());
    things.put(id, name());
    everything.add(id);
    execute(
        """
        insert into read_g1.vpc (id, name, document, search, version, position, created_at, changed_at)
        values ($1, $2, json_build_object('id', $1::text, 'name', $2::text), '', 1, 1,
          '2026-01-01'::timestamptz + $3 * interval '1 ms',
          '2026-01-01'::timestamptz + $3 * interval '1 ms')\
        """,
        Tuple.of(id, things.get(id), clock++ / 3));
  }

  private String name() {
    return "n" + random.nextInt(8);
  }

  private void execute(String sql, Tuple values) {
    pool.preparedQuery(sql).execute(values).await().indefinitely();
  }
}
