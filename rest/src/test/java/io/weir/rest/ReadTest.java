package io.weir.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.testing.ReadModelTables;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(PostgresAlone.class)
@Tag("slow")
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
        ReadModelTables.createSql(7),
        """
        insert into read_g1.vpc (id, name, document, search, version, position, created_at, changed_at)
        select 'vpc-0000000' || i, chr(101 - i),
          json_build_object('id', 'vpc-0000000' || i, 'name', chr(101 - i), 'description', 'D' || i),
          'vpc-0000000' || i || E'\\n' || chr(101 - i) || E'\\n' || 'd' || i,
          1, i, timestamptz '2026-01-01T00:00:00Z' + i * interval '1 s', '2026-01-02T00:00:00Z'
        from generate_series(0, 4) i\
        """);
  }

  @Test
  void aListAnswersItemsAndPosition() {
    given()
        .get("/v1/things?limit=2&offset=1")
        .then()
        .statusCode(200)
        .contentType("application/json")
        .header("Weir-Position", "7")
        .body("items.name", contains("d", "c"))
        .body("items.description", contains("D1", "D2"))
        .body("items.changedAt[0]", equalTo("2026-01-02T00:00:00Z"))
        .body("$", not(hasKey("total")))
        .body("position", equalTo(7));
  }

  @Test
  void aPageBehindTheEndIsEmptyAndStillKnowsTheTotalIfThatIsAskedFor() {
    given()
        .get("/v1/things?offset=9&count=true")
        .then()
        .statusCode(200)
        .body("items", empty())
        .body("total", equalTo(5));
  }

  @Test
  void aFilterNarrowsItemsAndTotal() {
    given()
        .get("/v1/things?name=d&count=true")
        .then()
        .body("items.name", contains("d"))
        .body("total", equalTo(1));
    given().get("/v1/things?name=D").then().body("items", empty());
  }

  @ParameterizedTest
  @CsvSource({
    "sort=name, a b c d e",
    "sort=-name, e d c b a",
    "sort=id, e d c b a",
    "sort=-id, a b c d e",
    "sort=created, e d c b a",
    "sort=-created, a b c d e",
    "sort=changed, e d c b a",
    "limit=5, e d c b a"
  })
  void aListIsSortedAsAsked(String query, String names) {
    given().get("/v1/things?" + query).then().body("items.name", contains(names.split(" ")));
  }

  @Test
  void aSearchFindsPartsOfNameIdAndDescriptionInAnyCase() {
    given().get("/v1/things?q=D").then().body("items.name", contains("e", "d", "c", "b", "a"));
    given().get("/v1/things?q=D3").then().body("items.name", contains("b"));
    given().get("/v1/things?q=C-00000004").then().body("items.name", contains("a"));
    given().get("/v1/things?q=%25").then().body("items", empty());
    given().get("/v1/things?q=d&count=true&limit=1").then().body("total", equalTo(5));
  }

  @Test
  void aSummaryLeavesOut() {
    given()
        .get("/v1/things?fields=summary&limit=1")
        .then()
        .body(
            "items[0].keySet()",
            containsInAnyOrder("id", "name", "version", "position", "changedAt"));
  }

  @Test
  void everyPageLeadsToTheNextWithAllOtherParameters() {
    String first =
        given()
            .get("/v1/things?limit=2&sort=-name&q=d&fields=summary&count=true&offset=1")
            .header("Link");
    assertThat(first)
        .matches(
            "</v1/things\\?after=[A-Za-z0-9_-]+&count=true&fields=summary&limit=2&q=d&sort=-name>;"
                + " rel=\"next\"");
    var second = given().urlEncodingEnabled(false).get(target(first));
    second.then().body("items.name", contains("b", "a")).body("total", equalTo(5));
    assertThat(second.header("Link")).isNull();
  }

  @Test
  void aCursorServesTheVeryListAndQuestionItIsOf() {
    String after = cursor(given().get("/v1/things?limit=2&sort=name").header("Link"));
    given()
        .get("/v1/things?sort=name&after=" + after)
        .then()
        .body("items.name", contains("c", "d", "e"));
    for (String other :
        List.of(
            "after=" + after,
            "sort=-name&after=" + after,
            "sort=name&q=d&after=" + after,
            "sort=name&name=c&after=" + after,
            "sort=name&after=" + after + "x",
            "sort=name&after=" + after.substring(1),
            "sort=name&after=WzFd",
            "sort=name&after=%00",
            "sort=name&after=")) {
      given()
          .urlEncodingEnabled(false)
          .get("/v1/things?" + other)
          .then()
          .statusCode(400)
          .body("code", equalTo("VALIDATION_FAILED"))
          .body("errors.parameter", contains("after"));
    }
    given()
        .get("/v1/things?sort=name&offset=0&after=" + after)
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("offset"));
  }

  private static String target(String link) {
    return link.substring(1, link.indexOf('>'));
  }

  private static String cursor(String link) {
    String from = link.substring(link.indexOf("after=") + 6);
    return from.substring(0, from.indexOf('&'));
  }

  @Test
  void everyWrongParameterIsNamed() {
    given()
        .get(
            "/v1/things?limit=101&offset=-1&wait_ms=x&min_position=1.5&name=a-b&sort=size"
                + "&fields=all&count=1")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body(
            "errors.parameter",
            contains(
                "name", "sort", "fields", "count", "limit", "offset", "min_position", "wait_ms"))
        .body("errors[4].detail", equalTo("must be 1 to 100"))
        .body(
            "errors[1].detail",
            equalTo("must be one of created, id, -id, name, -name, -created, changed, -changed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "name", "q", "sort", "fields", "count", "limit", "offset", "after"})
  void anEmptyParameterIsAMistakeAndNotNone(String parameter) {
    given()
        .get("/v1/things?" + parameter + "=")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains(parameter))
        .body("errors.detail", contains("must not be empty"));
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
    sql(ReadModelTables.atSql(17), ReadModelTables.atSql(27));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
  }

  @Test
  void aReadModelThatIsNotThereYetIsAProblem() {
    sql(ReadModelTables.dropSql());
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
