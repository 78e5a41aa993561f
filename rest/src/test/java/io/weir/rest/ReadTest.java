package io.weir.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAlone.class)
class ReadTest {
  @Inject Pool pool;

  private void sql(String... statements) {
    for (String statement : statements) {
      pool.query(statement).execute().await().indefinitely();
    }
  }

  @BeforeEach
  void fiveThingsAtPositionSeven() {
    sql(
        "drop schema if exists read cascade",
        "create schema read",
        "create table read.checkpoint (position bigint)",
        "insert into read.checkpoint values (7)",
        "create table read.thing (name text, document json)",
        "insert into read.thing select n, json_build_object('name', n) from"
            + " unnest(array['a','b','c','d','e']) n");
  }

  @Test
  void aListAnswersItemsTotalAndPosition() {
    given()
        .get("/v1/things?limit=2&offset=1")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Weir-Position", "7")
        .body("items.name", contains("b", "c"))
        .body("total", equalTo(5))
        .body("position", equalTo(7));
  }

  @Test
  void aPageBehindTheEndIsEmptyAndStillKnowsTheTotal() {
    given()
        .get("/v1/things?offset=9")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("total", equalTo(5));
  }

  @Test
  void aFilterNarrowsItemsAndTotal() {
    given()
        .get("/v1/things?name=d")
        .then()
        .body("items.name", contains("d"))
        .body("total", equalTo(1));
  }

  @Test
  void everyWrongParameterIsNamed() {
    given()
        .get("/v1/things?limit=101&offset=-1&wait_ms=x&min_position=1.5&name=a-b")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.parameter", contains("name", "limit", "offset", "min_position", "wait_ms"))
        .body("errors[1].detail", equalTo("must be 1 to 100"));
  }

  @Test
  void parametersNobodyDeclaredOrTwiceAreRefused() {
    given()
        .get("/v1/things?nmae=a&limit=1&limit=2")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("limit", "nmae"));
    given().get("/v1/things/a?limit=1").then().statusCode(400);
  }

  @Test
  void aPositionNotReachedInTimeIsAProblem() {
    given()
        .get("/v1/things?min_position=8&wait_ms=30")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("code", equalTo("POSITION_NOT_REACHED"))
        .body("detail", equalTo("position 8 was asked for, 7 is reached"));
  }

  @Test
  void manyWaitUntilTheirPositionIsReached() {
    List<CompletableFuture<Integer>> answers =
        IntStream.rangeClosed(1, 20)
            .mapToObj(
                i ->
                    CompletableFuture.supplyAsync(
                        () ->
                            given()
                                .get("/v1/things?wait_ms=20000&min_position=" + (7 + i))
                                .statusCode()))
            .toList();
    sql("update read.checkpoint set position = 17", "update read.checkpoint set position = 27");
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
  }

  @Test
  void aReadModelThatIsNotThereYetIsAProblem() {
    sql("drop schema read cascade");
    given()
        .get("/v1/things?min_position=8")
        .then()
        .statusCode(503)
        .body("code", equalTo("READ_MODEL_UNAVAILABLE"));
  }

  @Test
  void whatTheClientHasAlreadyIsNotSentAgain() {
    given()
        .get("/v1/things/a")
        .then()
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("name", equalTo("a"));
    given()
        .header("If-None-Match", "W/\"2\", W/\"3\"")
        .get("/v1/things/a")
        .then()
        .statusCode(304)
        .header("ETag", "\"3\"")
        .header("Weir-Position", "42");
    given().header("If-None-Match", "\"4\"").get("/v1/things/a").then().statusCode(200);
  }

  @Test
  void aMergePatchChangesWhatItNames() {
    given()
        .contentType(Body.MERGE_PATCH)
        .body("{\"name\":\"b\"}")
        .patch("/v1/things/a")
        .then()
        .statusCode(200)
        .body("name", equalTo("b"))
        .body("description", equalTo("as it was"));
  }
}
