package io.weir.registry.vpc;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.created;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.unique;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;

import io.weir.contracts.value.VpcId;
import io.weir.ledger.Ledger;
import io.weir.registry.Appending;
import io.weir.registry.Http;
import io.weir.registry.InstanceRegistry;
import io.weir.rest.Body;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InstanceRegistry
class VpcHttpTest {
  private static final String VPCS = "/v1/vpcs";
  private static final String UNKNOWN = "/v1/vpcs/vpc-00000000";

  @Inject Ledger ledger;

  private static String at(String id) {
    return VPCS + "/" + id;
  }

  private static int version(String id) {
    return when().get(at(id)).then().statusCode(200).extract().path("version");
  }

  private static String name(String id) {
    return when().get(at(id)).then().statusCode(200).extract().path("name");
  }

  @Test
  void aNewVpcIsAnsweredWithItsTagPlaceAndPosition() {
    String name = unique("edge");
    var answer =
        created(VPCS, "{'name':'%s','description':'the outside'}", name)
            .contentType("application/json")
            .header("ETag", "\"1\"")
            .header("Weir-Position", matchesPattern("[1-9][0-9]*"))
            .body("id", matchesPattern("vpc-[a-z0-9]{8}"))
            .body("name", equalTo(name))
            .body("description", equalTo("the outside"))
            .body("version", equalTo(1))
            .extract();
    String id = answer.path("id");

    assertThat(answer.header("Location")).isEqualTo(at(id));
    assertThat(answer.<Integer>path("position").toString())
        .isEqualTo(answer.header("Weir-Position"));
    String read =
        when().get(at(id)).then().statusCode(200).header("ETag", "\"1\"").extract().asString();
    assertThat(read).isEqualTo(answer.asString());
  }

  @Test
  void theDescriptionMayBeLeftOut() {
    created(VPCS, "{'name':'%s'}", unique("edge")).body("description", equalTo(""));
  }

  @Test
  void aTakenNameIsRefusedNamingWhoHasIt() {
    String id = vpc();

    json("{'name':'%s'}", name(id))
        .post(VPCS)
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:weir:problem:name-taken"))
        .body("code", equalTo("NAME_TAKEN"))
        .body("instance", equalTo(VPCS))
        .body("errors.pointer", contains("/name"))
        .body("related", contains(id));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                  | /name        | is required
          {'name':null}                       | /name        | is required and must not be null
          {'name':''}                         | /name        | must be 1 to 50 characters of a-z A-Z 0-9 _
          {'name':'a-b'}                      | /name        | must be 1 to 50 characters of a-z A-Z 0-9 _
          {'name':'%51'}                      | /name        | must be 1 to 50 characters of a-z A-Z 0-9 _
          {'name':7}                          | /name        | must be a string
          {'name':'ok','description':['x']}   | /description | must be a string
          {'name':'ok','description':'%501'}  | /description | must be at most 500 characters
          {'name':'ok','colour':'red'}        | /colour      | is not a field of this object
          {'name':'ok','id':'vpc-00000000'}   | /id          | is not a field of this object
          """)
  void aWrongFieldIsNamedWithItsPointer(String body, String pointer, String detail) {
    given()
        .contentType("application/json")
        .body(
            body.replace('\'', '"').replace("%501", "x".repeat(501)).replace("%51", "x".repeat(51)))
        .post(VPCS)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail));
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    json("{'name':'a-b','description':7,'colour':'red'}")
        .post(VPCS)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/description", "/colour"));
  }

  @Test
  void whatIsNoJsonObjectOfSensibleSizeIsRefused() {
    json("{'name':").post(VPCS).then().statusCode(400).body("code", equalTo("MALFORMED_JSON"));
    json("['edge']")
        .post(VPCS)
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains(""));
    given()
        .contentType("text/plain")
        .body("edge")
        .post(VPCS)
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    json("{'name':'edge','description':'%s'}", "x".repeat(Body.MAX_BYTES))
        .post(VPCS)
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    for (String path : new String[] {UNKNOWN, "/v1/vpcs/edge", "/v1/vpcs/ccn-00000000"}) {
      when()
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json")
          .body("code", equalTo("NOT_FOUND"))
          .body("instance", equalTo(path));
    }
    json("{'name':'edge'}").put(UNKNOWN).then().statusCode(404);
    json("{'name':'edge'}").patch(UNKNOWN).then().statusCode(404);
    when().delete(UNKNOWN).then().statusCode(404);
    when().get("/v1/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    when().patch(VPCS).then().statusCode(405).body("code", equalTo("METHOD_NOT_ALLOWED"));
  }

  @Test
  void aVpcIsReplacedByWhatWasReadAndChanged() {
    String id = vpc();
    String read = when().get(at(id)).asString();

    given()
        .contentType("application/json")
        .body(read.replace("\"description\":\"\"", "\"description\":\"new\""))
        .put(at(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("description", equalTo("new"))
        .body("version", equalTo(2));
    assertThat(version(id)).isEqualTo(2);
  }

  @Test
  void replacingWithTheSameChangesNothing() {
    String id = vpc();
    var before = when().get(at(id)).then().extract();

    json("{'name':'%s'}", before.<String>path("name"))
        .put(at(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("position", equalTo(before.path("position")));
    assertThat(version(id)).isEqualTo(1);
  }

  @Test
  void anIdThatContradictsThePathIsAViolation() {
    String id = vpc();

    json("{'name':'edge','id':'vpc-00000000'}")
        .put(at(id))
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/id"));
  }

  @Test
  void aPatchChangesWhatItNames() {
    String id = vpc();
    String name = name(id);

    json("{'description':'patched'}")
        .contentType(Body.MERGE_PATCH)
        .patch(at(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo(name))
        .body("description", equalTo("patched"));
    json("{'name':null,'description':7}")
        .patch(at(id))
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/description"));
    assertThat(version(id)).isEqualTo(2);
  }

  @Test
  void aStaleTagAndATakenNameAreBothRefused() {
    String id = vpc();
    String other = vpc();

    json("{'name':'%s'}", name(other))
        .header("If-Match", "\"7\"")
        .put(at(id))
        .then()
        .statusCode(412)
        .body("code", equalTo("PRECONDITION_FAILED"))
        .body("errors.code", contains("PRECONDITION_FAILED", "NAME_TAKEN"))
        .body("related", contains(id, other));
    given().header("If-Match", "\"7\"").delete(at(id)).then().statusCode(412);
    json("{'description':'x'}").header("If-Match", "\"7\"").patch(at(id)).then().statusCode(412);
    assertThat(version(id)).isEqualTo(1);
  }

  @Test
  void theRightTagLetsTheChangeThrough() {
    String id = vpc();

    json("{'description':'x'}").header("If-Match", "\"1\"").patch(at(id)).then().statusCode(200);
    given().header("If-Match", "\"1\"").delete(at(id)).then().statusCode(412);
    given().header("If-Match", "\"2\"").delete(at(id)).then().statusCode(204);
  }

  @Test
  void aVersionTheClientKnowsIsNotSentAgain() {
    String id = vpc();

    given().header("If-None-Match", "\"1\"").get(at(id)).then().statusCode(304);
    given().header("If-None-Match", "\"2\"").get(at(id)).then().statusCode(200);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswerAndDoesNothing() {
    String key = UUID.randomUUID().toString();
    String body = "{'name':'%s'}".formatted(unique("edge"));

    String first =
        json(body)
            .header("Idempotency-Key", key)
            .post(VPCS)
            .then()
            .statusCode(201)
            .extract()
            .asString();
    String second =
        json(body)
            .header("Idempotency-Key", key)
            .post(VPCS)
            .then()
            .statusCode(201)
            .header("Idempotency-Replayed", "true")
            .extract()
            .asString();

    assertThat(second).isEqualTo(first);
    json("{'name':'%s'}", unique("edge"))
        .header("Idempotency-Key", key)
        .post(VPCS)
        .then()
        .statusCode(422)
        .body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
  }

  @Test
  void aDeletedVpcIsGone() {
    String id = vpc();

    when().delete(at(id)).then().statusCode(204).header("Weir-Position", matchesPattern("[0-9]+"));
    when().get(at(id)).then().statusCode(404);
    when().delete(at(id)).then().statusCode(404);
  }

  @Test
  void aVpcInUseIsKeptAndEveryUserNamed() {
    String id = vpc();
    String instance = Http.instance(id);
    String network = Http.network();
    when().put(Http.link(network, id)).then().statusCode(200);
    var upstream = EventMother.upstream(unique("pets"), new VpcId(id), EventMother.node(8080, 1));
    Appending.append(ledger, upstream);

    when()
        .delete(at(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("errors", hasSize(1))
        .body("related", contains(upstream.id().value(), instance, network))
        .body("detail", endsWith(network));
    assertThat(version(id)).isEqualTo(1);
  }

  @Test
  void aReadCanDemandAPosition() {
    var answer = created(VPCS, "{'name':'%s'}", unique("edge")).extract();
    String id = answer.path("id");

    when().get(at(id) + "?min_position=" + answer.header("Weir-Position")).then().statusCode(200);
    when()
        .get(at(id) + "?min_position=" + Long.MAX_VALUE)
        .then()
        .statusCode(503)
        .body("code", equalTo("POSITION_NOT_REACHED"));
    when()
        .get(at(id) + "?min_position=-1&limit=3")
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("limit"));
  }
}
