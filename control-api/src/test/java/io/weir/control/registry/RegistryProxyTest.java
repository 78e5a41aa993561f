package io.weir.control.registry;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ControlApi
class RegistryProxyTest {
  @TestHTTPResource URI service;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/vpcs",
        "/v1/vpcs/vpc-aaaaaaaa",
        "/v1/cloud-connect-networks?limit=5&min_position=3",
        "/v1/cloud-connect-networks/ccn-aaaaaaaa/links/vpc-aaaaaaaa",
        "/v1/instances",
        "/v1/instances/instance-aaaaaaaa/replicas",
        "/v1/instances/instance-aaaaaaaa/endpoints",
        "/v1/certificates?expires_before=2026-01-01T00:00:00Z",
        "/v1/replicas?instance=a%20b"
      })
  void readsArePassedOnAsTheyAre(String uri) {
    given()
        .urlEncodingEnabled(false)
        .header("X-Request-Id", "mine")
        .get(uri)
        .then()
        .statusCode(200)
        .header("Asked-Method", "GET")
        .header("Asked-Uri", uri)
        .header("Asked-X-Request-Id", "mine")
        .header("Asked-X-Forwarded-For", "127.0.0.1")
        .header("X-Request-Id", "mine")
        .header("ETag", "\"4\"")
        .header("Weir-Position", "12");
  }

  @Test
  void writesArePassedOnWithTheirBodyAndHeaders() {
    Gateway.json("{\"name\":\"edge\"}")
        .header("Weir-Actor", "ada")
        .header("If-Match", "\"3\"")
        .header("X-Forwarded-For", "192.0.2.1")
        .header("Keep-Alive", "timeout=5")
        .post("/v1/vpcs")
        .then()
        .statusCode(201)
        .header("Asked-Weir-Actor", "ada")
        .header("Asked-If-Match", "\"3\"")
        .header("Asked-X-Forwarded-For", "192.0.2.1")
        .header("Asked-Keep-Alive", "none")
        .body("name", equalTo("edge"));
    given().delete("/v1/vpcs/vpc-aaaaaaaa").then().header("Asked-Method", "DELETE");
  }

  @Test
  void whatABrowserSaysOfThePageIsJudgedHereAndNotThere() {
    String own = "http://" + service.getAuthority();
    Gateway.json("{\"name\":\"edge\"}")
        .header("Host", service.getAuthority())
        .header("Origin", own)
        .header("Sec-Fetch-Site", "same-origin")
        .post("/v1/vpcs")
        .then()
        .statusCode(201)
        .header("Asked-Origin", "none")
        .header("Asked-Sec-Fetch-Site", "none");
  }

  @Test
  void itsDocumentIsHereToo() {
    given().get("/openapi/instance-registry").then().header("Asked-Uri", "/openapi");
  }

  @Test
  void aRegistryThatHangsUpIsAProblem() {
    given()
        .get("/v1/instances/broken")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .body("code", equalTo("REGISTRY_UNAVAILABLE"))
        .body("instance", equalTo("/v1/instances/broken"));
  }

  @Test
  void aRegistryThatAnswersNobodyKeepsNoReaderForLong() {
    var patience = HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 30_000);
    given()
        .config(RestAssured.config().httpClient(patience))
        .get("/v1/instances/frozen")
        .then()
        .statusCode(503)
        .body("code", equalTo("REGISTRY_UNAVAILABLE"));
  }

  @Test
  void bodiesAboveTheLimitDoNotReachIt() {
    Gateway.json(" ".repeat((1 << 20) + 1))
        .post("/v1/vpcs")
        .then()
        .statusCode(413)
        .body("code", equalTo("BODY_TOO_LARGE"));
  }
}
