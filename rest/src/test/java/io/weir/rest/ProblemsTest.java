package io.weir.rest;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresAlone.class)
@Tag("slow")
class ProblemsTest {
  @TestHTTPResource("/v1/things")
  URI things;

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/v1/things").then();
  }

  @Test
  void allViolationsAreListedWithTheirPointers() {
    post("{\"name\":\"a-b\",\"description\":7,\"colour\":\"red\"}")
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:weir:problem:validation-failed"))
        .body("title", equalTo("Validation failed"))
        .body("status", equalTo(400))
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("instance", equalTo("/v1/things"))
        .body("errors.pointer", contains("/name", "/description", "/colour"))
        .body(
            "errors.detail",
            contains(
                "must be 1 to 50 characters of a-z A-Z 0-9 _",
                "must be a string",
                "is not a field of this object"));
  }

  @Test
  void malformedJsonIsAnsweredWithLineAndColumn() {
    post("{\n  \"name\": }")
        .statusCode(400)
        .body("code", equalTo("MALFORMED_JSON"))
        .body("detail", containsString("at line 2, column 11"));
  }

  @Test
  void anEmptyBodyIsNotAnObject() {
    given()
        .contentType("application/json")
        .post("/v1/things")
        .then()
        .statusCode(400)
        .body("code", equalTo("MALFORMED_JSON"));
  }

  @Test
  void bodiesAboveTheInitialBufferStayOnTheEventLoop() {
    post("{\"name\":\"big\",\n" + " ".repeat(900_000) + "\n\"description\":\"\"}")
        .statusCode(201)
        .body(equalTo("big true"));
  }

  @Test
  void anAnnouncedBodyAboveTheLimitIsRefusedUnread() {
    post(" ".repeat(Body.MAX_BYTES + 1))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("code", equalTo("BODY_TOO_LARGE"))
        .body("instance", equalTo("/v1/things"));
  }

  @Test
  void anUnannouncedBodyAboveTheLimitIsRefused() throws Exception {
    var chunked =
        HttpRequest.BodyPublishers.ofInputStream(
            () -> new ByteArrayInputStream(new byte[Body.MAX_BYTES + 100_000]));
    try (HttpClient client = HttpClient.newHttpClient()) {
      var response =
          client.send(
              HttpRequest.newBuilder(things)
                  .header("Content-Type", "application/json")
                  .POST(chunked)
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      Assertions.assertThat(response.statusCode()).isEqualTo(413);
      Assertions.assertThat(response.body()).contains("BODY_TOO_LARGE");
    }
  }

  @Test
  void whatTheServerDoesNotHaveIsAProblemToo() {
    given().get("/v1/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    given().get("/v1/things/a/b").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    given()
        .delete("/v1/things/a")
        .then()
        .statusCode(405)
        .header("Allow", allOf(containsString("GET"), containsString("PATCH")))
        .body("code", equalTo("METHOD_NOT_ALLOWED"));
    given()
        .contentType("text/plain")
        .body("hello")
        .post("/v1/things")
        .then()
        .statusCode(415)
        .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    given().get("/v1/things/gone").then().statusCode(404).body("detail", equalTo("no thing gone"));
  }

  @Test
  void aBusyLedgerAsksToComeBack() {
    given()
        .get("/v1/things/busy")
        .then()
        .statusCode(503)
        .header("Retry-After", "1")
        .body("code", equalTo("LEDGER_BUSY"));
  }

  @Test
  void theServersOwnMistakesStayInItsLog() {
    given()
        .header("X-Request-Id", "my-request")
        .get("/v1/things/broken")
        .then()
        .statusCode(500)
        .header("X-Request-Id", "my-request")
        .body("code", equalTo("INTERNAL_ERROR"))
        .body("correlation", equalTo("my-request"))
        .body(not(containsStringIgnoringCase("secret")))
        .body(not(containsString("Exception")));
  }

  @Test
  void aRequestIsNamedByItsTrace() {
    String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    given()
        .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
        .header("X-Request-Id", "other")
        .get("/v1/things/a")
        .then()
        .statusCode(200)
        .header("X-Request-Id", trace);
    given()
        .header("X-Request-Id", "with space")
        .get("/v1/things/a")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9a-f-]{36}"));
  }
}
