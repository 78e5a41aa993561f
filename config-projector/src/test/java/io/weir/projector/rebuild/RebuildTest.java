package io.weir.projector.rebuild;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.weir.contracts.log.Recorded;
import io.weir.projector.kit.ProjectorFixture;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RebuildTest extends ProjectorFixture {
  @Inject Generations generations;
  @Inject Rebuilds rebuilds;

  @Test
  void replacesTheReadModelWhileEventsKeepComingAndReadersSeeNoSeam() throws InterruptedException {
    int before = active();
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
          .body("comparison.tables.live.hash", everyItem(notNullValue()))
          .body("finishedAt", notNullValue());
    } finally {
      over.set(true);
      reader.join();
    }
    assertThat(reads.get()).isPositive();
    assertThat(torn.get()).isZero();
    assertThat(active()).isGreaterThan(before);
    await().atMost(LIMIT).until(() -> !schemaExists(before));
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
  void rebuildsTablesThatAnotherVersionMade() {
    int before = active();
    database.query("update projector.generation set layout = 'older' where state = 'active'");
    List<Recorded> meanwhile = flat(ledger.random(5));
    rebuilds.prepare();
    assertThat(active()).isGreaterThan(before);
    topic.publish(meanwhile);
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

  private static String begin() {
    // the rebuild of a test before may be clearing up
    Response answer =
        await()
            .atMost(LIMIT)
            .until(() -> given().post("/v1/rebuilds"), it -> it.statusCode() == 202);
    return answer.header("Location").replaceFirst("^https?://[^/]+", "");
  }

  private static String state(String location) {
    return RestAssured.get(location).jsonPath().getString("state");
  }

  private int active() {
    return generations.active().orElseThrow().number();
  }

  private boolean countsDiffer() {
    return database
        .query("select (select position from read.checkpoint) <> (select count(*) from read.event)")
        .iterator()
        .next()
        .getBoolean(0);
  }

  private boolean schemaExists(int number) {
    return database
            .query("select 1 from pg_namespace where nspname = $1", Generation.schema(number))
            .size()
        > 0;
  }
}
