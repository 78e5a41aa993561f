package io.weir.projector.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.weir.projector.store.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest extends RebuildFixture {
  @Test
  void replacesTheReadModelWhileEventsKeepComingAndReadersSeeNoSeam() throws InterruptedException {
    int before = active();
    List<String> indexes = indexes(before);
    AtomicBoolean over = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    AtomicLong torn = new AtomicLong();
    Thread reader =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (!over.get()) {
                    torn.addAndGet(countsDiffer() ? 1 : 0);
                    reads.incrementAndGet();
                  }
                });
    try {
      String location = begin();
      while (!state(location).equals("ACTIVE")) {
        topic.publish(flat(ledger.random(1)));
      }
      topic.publish(flat(ledger.random(10)));
      awaitProjected();
      RestAssured.get(location)
          .then()
          .body("comparison.identical", equalTo(true))
          .body("comparison.position", greaterThan(0))
          .body("comparison.tables.live.hash", everyItem(notNullValue()))
          .body("finishedAt", notNullValue());
    } finally {
      over.set(true);
      reader.join();
    }
    assertThat(reads.get()).isPositive();
    assertThat(torn.get()).isZero();
    assertThat(active()).isGreaterThan(before);
    assertThat(indexes(active())).isEqualTo(indexes);
    await().atMost(LIMIT).until(() -> !schemaExists(before));
  }

  /** What is indexed, whatever the indexes are called. */
  private List<String> indexes(int number) {
    List<String> found = new ArrayList<>();
    database
        .query(
            """
            select regexp_replace(replace(indexdef, schemaname || '.', ''), '^.* ON ', '')
            from pg_indexes where schemaname = $1 order by 1\
            """,
            Generation.schema(number))
        .forEach(row -> found.add(row.getString(0)));
    return found;
  }

  private boolean countsDiffer() {
    return database
        .query("select (select position from read.checkpoint) <> (select count(*) from read.event)")
        .iterator()
        .next()
        .getBoolean(0);
  }

  @Test
  void tellsWhatIsDifferentAndSwitchesAllTheSame() {
    int events = (int) ledger.position();
    database.query("update read_g%d.event set actor = actor || '!'".formatted(active()));
    String location = begin();
    await().atMost(LIMIT).until(() -> state(location).equals("ACTIVE"));
    RestAssured.get(location)
        .then()
        .body("comparison.identical", equalTo(false))
        .body("comparison.position", equalTo(events))
        .body("comparison.tables.find { it.table == 'event' }.live.rows", equalTo(events))
        .body("comparison.tables.find { it.table == 'event' }.rebuilt.rows", equalTo(events));
  }

  /** However much there is to compare, it is in nobody's way. */
  @Test
  void comparesWhileEventsAreApplied() {
    database.query(
        """
        insert into read_g%d.link_past
        select 'ccn-' || n, 'vpc-' || n, true, n, now(), n, n + 1 from generate_series(1, 1000000) n\
        """
            .formatted(active()));
    String location = begin();
    await().atMost(LIMIT).until(() -> "COMPARING".equals(phase(location)));
    topic.publish(flat(ledger.random(3)));
    awaitProjected();
    assertThat(phase(location)).isEqualTo("COMPARING");
    await().atMost(LIMIT).until(() -> state(location).equals("ACTIVE"));
    RestAssured.get(location)
        .then()
        .body("comparison.identical", equalTo(false))
        .body("comparison.tables.find { it.table == 'link_past' }.live.rows", greaterThan(999_999));
  }

  private static String phase(String location) {
    return RestAssured.get(location).jsonPath().getString("phase");
  }

  @Test
  void waitsForAReaderThatTakesLongAndHoldsUpNobodyMeanwhile() {
    int before = active();
    String location;
    try (Reader reader = new Reader()) {
      assertThat(reader).isNotNull();
      location = begin();
      await()
          .atMost(LIMIT)
          .until(() -> RestAssured.get(location).jsonPath().getString("waiting") != null);
      assertThat(state(location)).isEqualTo("BUILDING");
      topic.publish(flat(ledger.random(3)));
      awaitProjected();
      assertThat(active()).isEqualTo(before);
    }
    await().atMost(LIMIT).until(() -> state(location).equals("ACTIVE"));
  }

  @Test
  void refusesASecondRebuildAtTheSameTime() {
    int number = rebuilds.begin().orElseThrow();
    int status = given().post("/v1/rebuilds").statusCode();
    if (state("/v1/rebuilds/" + number).equals("BUILDING")) {
      assertThat(status).isEqualTo(409);
    }
    await().atMost(LIMIT).until(() -> !state("/v1/rebuilds/" + number).equals("BUILDING"));
    await().atMost(LIMIT).until(() -> generations.in(Generation.State.BUILDING).isEmpty());
  }

  @Test
  void leavesTheActiveGenerationAloneWhenItIsKilledAndClearsUpLater() {
    int before = active();
    int killed = generations.createBuilding();
    topic.publish(flat(ledger.random(5)));
    awaitProjected();
    assertThat(active()).isEqualTo(before);
    rebuilds.prepare();
    RestAssured.get("/v1/rebuilds/" + killed)
        .then()
        .body("state", equalTo("FAILED"))
        .body("failure", equalTo("interrupted"));
    assertThat(schemaExists(killed)).isFalse();
    assertThat(active()).isEqualTo(before);
  }

  @Test
  void doesNotSwitchToAnotherHistory() {
    int before = active();
    var hash =
        database
            .query("select hash from projector.generation where state = 'active'")
            .iterator()
            .next()
            .getString(0);
    database.query("update projector.generation set hash = repeat('0', 64) where state = 'active'");
    String location = begin();
    await().atMost(LIMIT).until(() -> state(location).equals("FAILED"));
    RestAssured.get(location).then().body("failure", containsString("the topic has event"));
    database.query("update projector.generation set hash = $1 where state = 'active'", hash);
    assertThat(active()).isEqualTo(before);
  }

  @Test
  void knowsNothingOfAGenerationThatNeverWas() {
    RestAssured.get("/v1/rebuilds/4711")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("code", equalTo("NOT_FOUND"));
  }
}
