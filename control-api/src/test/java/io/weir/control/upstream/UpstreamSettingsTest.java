package io.weir.control.upstream;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.rest.Body;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How nodes are checked, tried again and spoken to: all of it optional, defaulted and merged. */
@ControlApi
class UpstreamSettingsTest {
  @Inject Gateway gateway;

  private String body(String more) {
    return """
    {"name":"%s","vpcId":"%s","nodes":[{"address":"10.0.0.1","port":8443,"weight":5}]%s%s}\
    """
        .formatted(
            name("u"),
            gateway.vpc(),
            more.contains("\"protocol\"") ? "" : ",\"protocol\":\"HTTP\"",
            more.isEmpty() ? "" : "," + more);
  }

  private ValidatableResponse created(String more) {
    return json(body(more)).post("/v1/upstreams").then().statusCode(201);
  }

  private static ValidatableResponse patched(String id, String patch) {
    return given()
        .contentType(Body.MERGE_PATCH)
        .body(patch)
        .patch("/v1/upstreams/" + id)
        .then()
        .statusCode(200);
  }

  @Test
  void whatIsNotSaidHasItsDefault() {
    created("")
        .body("retryOn.statuses", empty())
        .body("retryOn.nonIdempotent", equalTo(false))
        .body("httpVersion", equalTo("HTTP_1_1"))
        .body("healthChecker", nullValue())
        .body("slowStartSeconds", equalTo(0))
        .body("limits.maxConnectionsPerNode", equalTo(1024))
        .body("limits.maxRequestsPerNode", equalTo(1024))
        .body("limits.maxRequests", equalTo(10000))
        .body("tls", nullValue())
        .body("nodes[0].draining", equalTo(false));
  }

  @Test
  void whatAnObjectDoesNotSayHasItsDefaultToo() {
    created(
            """
            "protocol":"HTTPS","retryOn":{},"healthChecker":{},"tls":{},"limits":{"maxRequests":7}\
            """)
        .body("retryOn.statuses", empty())
        .body("retryOn.nonIdempotent", equalTo(false))
        .body("healthChecker.enableActiveCheck", equalTo(false))
        .body("healthChecker.enablePassiveCheck", equalTo(false))
        .body("healthChecker.healthyHttpStatus", equalTo("200-399"))
        .body("healthChecker.unhealthyHttpStatus", equalTo("429,500-599"))
        .body("healthChecker.tcpFailureThreshold", equalTo(2))
        .body("healthChecker.timeoutThreshold", equalTo(3))
        .body("healthChecker.httpFailureThreshold", equalTo(5))
        .body("healthChecker.activeCheckHttpPath", equalTo("/"))
        .body("healthChecker.activeCheckTimeout", equalTo(5))
        .body("healthChecker.activeCheckInterval", equalTo(5))
        .body("healthChecker.unhealthyTimeout", equalTo(30))
        .body("healthChecker.panicThreshold", equalTo(0))
        .body("limits.maxRequestsPerNode", equalTo(1024))
        .body("limits.maxRequests", equalTo(7))
        .body("tls.verify", equalTo(true))
        .body("tls.serverName", nullValue());
  }

  @Test
  void allOfItIsKeptAndCanBeSentBack() {
    String id =
        created(
                """
                "protocol":"HTTPS","retryOn":{"statuses":[503,502],"nonIdempotent":true},
                "httpVersion":"HTTP_2","slowStartSeconds":900,
                "healthChecker":{"enableActiveCheck":true,"healthyHttpStatus":"200,204",
                  "unhealthyHttpStatus":"500-503","tcpFailureThreshold":0,"timeoutThreshold":254,
                  "httpFailureThreshold":1,"activeCheckHttpPath":"/healthz?x=1","activeCheckTimeout":60,
                  "activeCheckInterval":3600,"unhealthyTimeout":0,"panicThreshold":100},
                "limits":{"maxConnectionsPerNode":1,"maxRequestsPerNode":1000000,"maxRequests":2},
                "tls":{"verify":false,"serverName":"a.internal","caCertificate":"ca","clientCertificate":"me"}\
                """)
            .body("retryOn.statuses", contains(502, 503))
            .extract()
            .path("id");
    String read = given().get("/v1/upstreams/" + id).asString();
    given()
        .get("/v1/upstreams/" + id)
        .then()
        .body("retryOn.nonIdempotent", equalTo(true))
        .body("httpVersion", equalTo("HTTP_2"))
        .body("slowStartSeconds", equalTo(900))
        .body("healthChecker.timeoutThreshold", equalTo(254))
        .body("healthChecker.activeCheckHttpPath", equalTo("/healthz?x=1"))
        .body("healthChecker.unhealthyTimeout", equalTo(0))
        .body("healthChecker.panicThreshold", equalTo(100))
        .body("limits.maxConnectionsPerNode", equalTo(1))
        .body("limits.maxRequestsPerNode", equalTo(1_000_000))
        .body("limits.maxRequests", equalTo(2))
        .body("tls.verify", equalTo(false))
        .body("tls.clientCertificate", equalTo("me"))
        .body("nodes[0].health", equalTo("NO_DATA"));
    json(read).put("/v1/upstreams/" + id).then().statusCode(200).header("ETag", startsWith("\"1."));
  }

  @Test
  void aMergePatchReachesIntoObjectsAndNullRemovesThem() {
    String id =
        created(
                """
                "protocol":"HTTPS","retryOn":{"statuses":[502]},
                "healthChecker":{"enablePassiveCheck":true,"httpFailureThreshold":9},
                "limits":{"maxRequests":5},
                "tls":{"serverName":"a.internal","caCertificate":"ca"}\
                """)
            .extract()
            .path("id");
    patched(
            id,
            """
            {"retryOn":{"nonIdempotent":true},"healthChecker":{"enableActiveCheck":true},
             "limits":{"maxRequestsPerNode":4},
             "tls":{"serverName":null}}\
            """)
        .header("ETag", startsWith("\"2."))
        .body("retryOn.statuses", contains(502))
        .body("retryOn.nonIdempotent", equalTo(true))
        .body("healthChecker.enableActiveCheck", equalTo(true))
        .body("healthChecker.enablePassiveCheck", equalTo(true))
        .body("healthChecker.httpFailureThreshold", equalTo(9))
        .body("limits.maxRequestsPerNode", equalTo(4))
        .body("limits.maxRequests", equalTo(5))
        .body("tls.serverName", nullValue())
        .body("tls.caCertificate", equalTo("ca"));
    patched(
            id,
            """
            {"healthChecker":null,"tls":null,"retryOn":null,"slowStartSeconds":null,"limits":null}\
            """)
        .body("healthChecker", nullValue())
        .body("tls", nullValue())
        .body("retryOn.statuses", empty())
        .body("slowStartSeconds", equalTo(0))
        .body("limits.maxRequests", equalTo(10000));
    patched(id, "{\"protocol\":\"HTTP\"}").body("protocol", equalTo("HTTP"));
  }

  @Test
  void aNodeDrainsAndTheHealthThatComesWithItIsIgnored() {
    String id = created("").extract().path("id");
    patched(
            id,
            """
            {"nodes":[{"address":"10.0.0.1","port":8443,"weight":5,"draining":true,"health":"UNHEALTHY","healthCause":"x","healthSince":"y"}]}\
            """)
        .body("nodes[0].draining", equalTo(true))
        .body("nodes[0].health", nullValue());
    given().get("/v1/upstreams/" + id).then().body("nodes[0].health", equalTo("OFF"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "\"retryOn\":[] | /retryOn | must be an object",
        "\"retryOn\":{\"statuses\":503} | /retryOn/statuses | must be an array",
        "\"retryOn\":{\"statuses\":[500]} | /retryOn/statuses | must hold any of 429, 502, 503,"
            + " 504, none twice",
        "\"retryOn\":{\"statuses\":[503,503]} | /retryOn/statuses | must hold any of 429, 502, 503,"
            + " 504, none twice",
        "\"retryOn\":{\"statuses\":[503,\"502\"]} | /retryOn/statuses/1 | must be an integer",
        "\"retryOn\":{\"nonIdempotent\":\"yes\"} | /retryOn/nonIdempotent | must be true or false",
        "\"retryOn\":{\"status\":[503]} | /retryOn/status | is not a field of this object",
        "\"httpVersion\":\"HTTP_3\" | /httpVersion | must be HTTP_1_1 or HTTP_2",
        "\"slowStartSeconds\":901 | /slowStartSeconds | must be 0 to 900 s",
        "\"healthChecker\":true | /healthChecker | must be an object",
        "\"healthChecker\":{\"enableActiveCheck\":1} | /healthChecker/enableActiveCheck | must be"
            + " true or false",
        "\"healthChecker\":{\"tcpFailureThreshold\":255} | /healthChecker/tcpFailureThreshold |"
            + " must be 0 to 254",
        "\"healthChecker\":{\"timeoutThreshold\":-1} | /healthChecker/timeoutThreshold | must be 0"
            + " to 254",
        "\"healthChecker\":{\"httpFailureThreshold\":1.5} | /healthChecker/httpFailureThreshold |"
            + " must be an integer",
        "\"healthChecker\":{\"activeCheckTimeout\":0} | /healthChecker/activeCheckTimeout | must be"
            + " 1 to 60",
        "\"healthChecker\":{\"activeCheckInterval\":3601} | /healthChecker/activeCheckInterval |"
            + " must be 1 to 3600",
        "\"healthChecker\":{\"unhealthyTimeout\":3601} | /healthChecker/unhealthyTimeout | must be"
            + " 0 to 3600",
        "\"healthChecker\":{\"panicThreshold\":101} | /healthChecker/panicThreshold | must be 0 to"
            + " 100",
        "\"limits\":1024 | /limits | must be an object",
        "\"limits\":{\"maxConnectionsPerNode\":0} | /limits/maxConnectionsPerNode | must be 1 to"
            + " 1000000",
        "\"limits\":{\"maxRequestsPerNode\":1000001} | /limits/maxRequestsPerNode | must be 1 to"
            + " 1000000",
        "\"limits\":{\"maxRequests\":\"many\"} | /limits/maxRequests | must be an integer",
        "\"limits\":{\"maxconn\":5} | /limits/maxconn | is not a field of this object",
        "\"healthChecker\":{\"activeCheckHttpPath\":\"healthz\"} |"
            + " /healthChecker/activeCheckHttpPath | must be a path that starts with /, of URL path"
            + " and query characters (RFC 3986), at most 512",
        "\"healthChecker\":{\"healthyHttpStatus\":\"2xx\"} | /healthChecker/healthyHttpStatus |"
            + " must be statuses from 200 to 599 and ranges of them, such as 200,204,300-399, in at"
            + " most 255 characters",
        "\"healthChecker\":{\"healthyHttpStatus\":\"200-599\"} | /healthChecker | must not have a"
            + " status in both healthyHttpStatus and unhealthyHttpStatus",
        "\"healthChecker\":{\"enablePassiveCheck\":true,\"unhealthyTimeout\":0} | /healthChecker |"
            + " must have an unhealthyTimeout above 0 if only passive checks are enabled: nothing"
            + " else would bring a node back",
        "\"tls\":{} | /tls | must be absent unless protocol is HTTPS",
        "\"protocol\":\"HTTPS\",\"tls\":{\"serverName\":\"10.0.0.1\"} | /tls/serverName | must be a"
            + " host name",
        "\"protocol\":\"HTTPS\",\"tls\":{\"caCertificate\":\"a/b\"} | /tls/caCertificate | must be"
            + " 1 to 64 characters of a-z A-Z 0-9 . _ - and not start with .",
        "\"protocol\":\"HTTPS\",\"tls\":{\"key\":\"secret\"} | /tls/key | is not a field of this"
            + " object",
      })
  void aWrongFieldIsNamedByItsPlace(String field, String pointer, String detail) {
    json(body(field))
        .post("/v1/upstreams")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    String wrong =
        body(
            """
            "retryOn":{"statuses":[1],"x":1},"slowStartSeconds":-1,
            "healthChecker":{"activeCheckTimeout":0,"activeCheckInterval":0,"panicThreshold":-1},
            "limits":{"maxRequests":0,"maxConnectionsPerNode":-1},"tls":{"verify":1}\
            """);
    json(wrong.replace("\"weight\":5", "\"weight\":5,\"draining\":1"))
        .post("/v1/upstreams")
        .then()
        .statusCode(400)
        .body(
            "errors.pointer",
            contains(
                "/retryOn/statuses",
                "/retryOn/x",
                "/healthChecker/activeCheckTimeout",
                "/healthChecker/activeCheckInterval",
                "/healthChecker/panicThreshold",
                "/slowStartSeconds",
                "/limits/maxConnectionsPerNode",
                "/limits/maxRequests",
                "/tls/verify",
                "/nodes/0/draining"));
  }
}
