package io.weir.registry.vpc;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.created;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.unique;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.weir.registry.InstanceRegistry;
import io.weir.rest.Body;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@InstanceRegistry
class VpcHttpTest {
  private static final String VPCS = "/v1/vpcs";

  private static String at(String id) {
    return VPCS + "/" + id;
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
