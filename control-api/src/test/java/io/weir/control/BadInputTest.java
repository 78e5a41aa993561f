package io.weir.control;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.apiBody;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static io.weir.control.Gateway.upstreamBody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import io.weir.contracts.value.VpcId;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers get wrong, and what they are told. */
@ControlApi
class BadInputTest {
  private static final String NODE = "{\"address\":\"10.0.0.1\",\"port\":80,\"weight\":1}";

  @Inject Gateway gateway;

  private static ValidatableResponse refused(
      ValidatableResponse response, int status, String code) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("status", equalTo(status))
        .body("code", equalTo(code));
  }

  private static ValidatableResponse upstream(String body, int status, String code) {
    return refused(json(body).post("/v1/upstreams").then(), status, code)
        .body("instance", equalTo("/v1/upstreams"));
  }

  /** An upstream in which one field has another value, or is absent if that is empty. */
  private String upstreamWith(String field, String value) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", "\"" + name("u") + "\"");
    fields.put("vpcId", "\"" + gateway.vpc() + "\"");
    fields.put("nodes", "[" + NODE + "]");
    if (value == null) {
      fields.remove(field);
    } else {
      fields.put(field, value);
    }
    return fields.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":" + e.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      nullValues = "absent",
      value = {
        "name | \"abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij1\" | /name | must be 1 to 50 characters of a-z A-Z 0-9 _",
        "name | \"two-words\" | /name | must be 1 to 50 characters of a-z A-Z 0-9 _",
        "vpcId | absent | /vpcId | is required",
        "vpcId | null | /vpcId | is required and must not be null",
        "vpcId | \"shop\" | /vpcId | must be vpc- followed by 8 characters of a-z 0-9",
        "nodes | absent | /nodes | is required",
        "nodes | [] | /nodes | must hold 1 to 200 nodes",
        "nodes | {} | /nodes | must be an array",
        "retries | 0 | /retries | must be 1 to 100",
        "retries | 101 | /retries | must be 1 to 100",
        "retries | \"five\" | /retries | must be an integer",
        "retries | 1.5 | /retries | must be an integer",
        "protocol | \"FTP\" | /protocol | must be HTTP or HTTPS",
        "algorithm | \"RANDOM\" | /algorithm | must be WEIGHTED_ROUND_ROBIN",
        "hostHeader | \"a b\" | /hostHeader | must be a host name or IP address, optionally followed by :port",
        "colour | \"red\" | /colour | is not a field of this object",
        "id | \"upstream-aaaaaaaa\" | /id | is not a field of this object",
      })
  void aWrongFieldIsNamed(String field, String value, String pointer, String detail) {
    upstream(upstreamWith(field, value), 400, "VALIDATION_FAILED")
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail))
        .body("detail", equalTo(pointer + " " + detail));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{\"address\":\"a\",\"port\":80,\"weight\":-1} | /nodes/1/weight | must be 0 to 100",
        "{\"address\":\"a\",\"port\":80,\"weight\":101} | /nodes/1/weight | must be 0 to 100",
        "{\"address\":\"a\",\"port\":0,\"weight\":1} | /nodes/1/port | must be 1 to 65535",
        "{\"address\":\"a\",\"port\":65536,\"weight\":1} | /nodes/1/port | must be 1 to 65535",
        "{\"address\":\"http://a\",\"port\":80,\"weight\":1} | /nodes/1/address | must be a host name or an IP address",
        "{\"address\":\"10.0.0.256\",\"port\":80,\"weight\":1} | /nodes/1/address | must be a host name or an IP address",
        "{\"address\":\"10.0.0.1\",\"port\":80,\"weight\":1} | /nodes | must not name 10.0.0.1:80 twice",
        "\"10.0.0.1:80\" | /nodes/1 | must be an object",
      })
  void aWrongNodeIsNamedByItsPlace(String node, String pointer, String detail) {
    upstream(upstreamWith("nodes", "[" + NODE + "," + node + "]"), 400, "VALIDATION_FAILED")
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail));
  }

  @Test
  void twoHundredNodesAreTheMost() {
    String many =
        IntStream.rangeClosed(1, 200)
            .mapToObj(i -> "{\"address\":\"a\",\"port\":" + i + ",\"weight\":1}")
            .collect(Collectors.joining(","));
    json(upstreamWith("nodes", "[" + many + "]")).post("/v1/upstreams").then().statusCode(201);
    upstream(upstreamWith("nodes", "[" + many + "," + NODE + "]"), 400, "VALIDATION_FAILED")
        .body("errors.detail", contains("must hold 1 to 200 nodes"));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    upstream(
            "{\"name\":\"a-b\",\"retries\":0,\"nodes\":[{\"address\":\"\",\"port\":0,\"weight\":-1}],\"x\":1}",
            400,
            "VALIDATION_FAILED")
        .body("detail", equalTo("7 things are wrong with this request"))
        .body(
            "errors.pointer",
            contains(
                "/name",
                "/vpcId",
                "/retries",
                "/nodes/0/address",
                "/nodes/0/port",
                "/nodes/0/weight",
                "/x"));
  }

  @Test
  void anUnknownVpcIsRefused() {
    var nowhere = VpcId.random();
    upstream(upstreamBody(name("u"), nowhere), 422, "UNKNOWN_VPC")
        .body("errors.pointer", contains("/vpcId"))
        .body("related", contains(nowhere.value()));
  }

  @Test
  void malformedJsonIsToldItsPlace() {
    upstream("{\"name\": \"pets\",\n \"vpcId\" }", 400, "MALFORMED_JSON")
        .body("detail", containsString("line 2, column 10"));
    upstream("{\"name\":\"a\",\"name\":\"b\"}", 400, "MALFORMED_JSON")
        .body("detail", containsString("Duplicate field 'name'"));
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    upstream("{\"name\":\"" + "a".repeat(1 << 20) + "\"}", 413, "BODY_TOO_LARGE");
  }

  @Test
  void aDuplicateNameIsRefusedNamingTheOther() {
    var vpc = gateway.vpc();
    String name = name("u");
    String first = Gateway.create("/v1/upstreams", upstreamBody(name, vpc));
    upstream(upstreamBody(name, vpc), 409, "NAME_TAKEN")
        .body("related", contains(first))
        .body("errors.pointer", contains("/name"));
    String second = gateway.upstream(vpc);
    refused(json(upstreamBody(name, vpc)).put("/v1/upstreams/" + second).then(), 409, "NAME_TAKEN");
  }

  @Test
  void aVpcUpstreamOnASharedServiceIsRefused() {
    String upstream = gateway.upstream(gateway.vpc());
    String shared = gateway.service(null);
    refused(
            json(apiBody("a", "/a", upstream)).post("/v1/services/" + shared + "/apis").then(),
            409,
            "SHARED_INSTANCE")
        .body("errors.pointer", contains("/backEnd/upstreamId"))
        .body("related", contains(shared));
  }

  @Test
  void twoApisWithTheSamePathAndMethodAreRefusedNamingTheOther() {
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    String service = gateway.service(gateway.instance(vpc));
    String first = Gateway.api(service, "/a/{x}", upstream);
    refused(
            json(apiBody("b", "/a/{y}", upstream)).post("/v1/services/" + service + "/apis").then(),
            409,
            "PATH_TAKEN")
        .body("related", contains(first))
        .body("detail", containsString("GET /a/{y} is taken by " + first));
  }

  @Test
  void anUnknownUpstreamIsRefused() {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    refused(
            json(apiBody("a", "/a", "upstream-aaaaaaaa"))
                .post("/v1/services/" + service + "/apis")
                .then(),
            422,
            "UNKNOWN_UPSTREAM")
        .body("errors.pointer", contains("/backEnd/upstreamId"));
    for (String id : new String[] {"upstream-aaaaaaaa", "nonsense"}) {
      refused(given().get("/v1/upstreams/" + id).then(), 404, "NOT_FOUND");
      refused(given().delete("/v1/upstreams/" + id).then(), 404, "NOT_FOUND");
    }
  }

  @Test
  void aStaleIfMatchIsToldTheCurrentVersion() {
    var vpc = gateway.vpc();
    String id = gateway.upstream(vpc);
    refused(
            json(upstreamBody(name("u"), vpc))
                .header("If-Match", "\"2\"")
                .put("/v1/upstreams/" + id)
                .then(),
            412,
            "PRECONDITION_FAILED")
        .body("detail", containsString(id + " has version 1"));
    refused(
        given().header("If-Match", "\"2\"").delete("/v1/upstreams/" + id).then(),
        412,
        "PRECONDITION_FAILED");
    refused(
            given().header("If-Match", "two").delete("/v1/upstreams/" + id).then(),
            400,
            "VALIDATION_FAILED")
        .body("errors.header", contains("If-Match"));
  }

  @Test
  void anIdempotencyKeyForAnotherRequestIsRefused() {
    var vpc = gateway.vpc();
    String key = name("key");
    json(upstreamBody(name("u"), vpc))
        .header("Idempotency-Key", key)
        .post("/v1/upstreams")
        .then()
        .statusCode(201);
    refused(
        json(upstreamBody(name("u"), vpc))
            .header("Idempotency-Key", key)
            .post("/v1/upstreams")
            .then(),
        422,
        "IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void anUpstreamInUseIsNotDeletedAndAllItsApisAreNamed() {
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    String service = gateway.service(gateway.instance(vpc));
    String draft = Gateway.api(service, "/draft", upstream);
    String released = Gateway.api(service, "/released", upstream);
    json("{\"environment\":\"test\"}")
        .post("/v1/services/" + service + "/releases")
        .then()
        .statusCode(201);
    given().delete("/v1/services/" + service + "/apis/" + released).then().statusCode(204);
    refused(given().delete("/v1/upstreams/" + upstream).then(), 409, "IN_USE")
        .body("related", hasItems(draft, released));
  }

  @Test
  void wrongHeadersAreNamedTogether() {
    refused(
            json(upstreamBody(name("u"), gateway.vpc()))
                .header("Idempotency-Key", "short")
                .header("Weir-Reason", "a".repeat(501))
                .header("Weir-Actor", "a".repeat(101))
                .post("/v1/upstreams")
                .then(),
            400,
            "VALIDATION_FAILED")
        .body("errors.header", hasItems("Idempotency-Key", "Weir-Reason", "Weir-Actor"));
  }

  @Test
  void anUnknownParameterIsRefusedOnWritesToo() {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    String apis = "/v1/services/" + service + "/apis";
    String body = apiBody("a", "/a", "upstream-aaaaaaaa");
    refused(json(body).post(apis + "?requires=reachable").then(), 400, "VALIDATION_FAILED");
    refused(json(body).post(apis + "?require=luck").then(), 400, "VALIDATION_FAILED")
        .body("errors.parameter", hasItem("require"));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /v1/upstreams, 405",
    "GET, /v1/upstream, 404",
    "GET, /v1/services/service-aaaaaaaa/environments/prod, 404",
    "POST, /v1/events, 405"
  })
  void whatIsNotThereIsAProblemToo(String method, String path, int status) {
    given().request(method, path).then().statusCode(status).contentType("application/problem+json");
  }
}
