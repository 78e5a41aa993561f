package io.weir.control;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.apiBody;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static io.weir.control.Gateway.upstreamBody;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.restassured.response.ValidatableResponse;
import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    fields.put("protocol", "\"HTTP\"");
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
        "name | \"abcdefghijabcdefghijabcdefghijabcdefghijabcdefghij1\" | /name | must be 1 to 50"
            + " characters of a-z A-Z 0-9 _",
        "name | \"two-words\" | /name | must be 1 to 50 characters of a-z A-Z 0-9 _",
        "vpcId | absent | /vpcId | is required",
        "vpcId | null | /vpcId | is required and must not be null",
        "vpcId | \"shop\" | /vpcId | must be vpc- followed by 8 characters of a-z 0-9",
        "nodes | absent | /nodes | is required",
        "nodes | [] | /nodes | must hold 1 to " + Nodes.MAX + " nodes",
        "nodes | {} | /nodes | must be an array",
        "retries | 0 | /retries | must be 1 to 100",
        "retries | 101 | /retries | must be 1 to 100",
        "retries | \"five\" | /retries | must be an integer",
        "retries | 1.5 | /retries | must be an integer",
        "protocol | absent | /protocol | is required",
        "protocol | null | /protocol | is required and must not be null",
        "protocol | \"FTP\" | /protocol | must be HTTP or HTTPS",
        "algorithm | \"RANDOM\" | /algorithm | must be WEIGHTED_ROUND_ROBIN",
        "hostHeader | \"a b\" | /hostHeader | must be a host name or IP address, optionally"
            + " followed by :port",
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
        "{\"address\":\"http://a\",\"port\":80,\"weight\":1} | /nodes/1/address | must be a host"
            + " name or an IP address",
        "{\"address\":\"10.0.0.256\",\"port\":80,\"weight\":1} | /nodes/1/address | must be a host"
            + " name or an IP address",
        "{\"address\":\"10.0.0.1\",\"port\":80,\"weight\":1} | /nodes | must not name 10.0.0.1:80"
            + " twice",
        "\"10.0.0.1:80\" | /nodes/1 | must be an object",
      })
  void aWrongNodeIsNamedByItsPlace(String node, String pointer, String detail) {
    upstream(upstreamWith("nodes", "[" + NODE + "," + node + "]"), 400, "VALIDATION_FAILED")
        .body("errors.pointer", contains(pointer))
        .body("errors.detail", contains(detail));
  }

  @Test
  void thereIsAMostOfNodes() {
    String many =
        IntStream.rangeClosed(1, Nodes.MAX)
            .mapToObj(i -> "{\"address\":\"a\",\"port\":" + i + ",\"weight\":1}")
            .collect(Collectors.joining(","));
    json(upstreamWith("nodes", "[" + many + "]")).post("/v1/upstreams").then().statusCode(201);
    upstream(upstreamWith("nodes", "[" + many + "," + NODE + "]"), 400, "VALIDATION_FAILED")
        .body("errors.detail", contains("must hold 1 to " + Nodes.MAX + " nodes"));
  }

  @Test
  void everythingWrongIsNamedAtOnce() {
    upstream(
            "{\"name\":\"a-b\",\"retries\":0,\"nodes\":[{\"address\":\"\",\"port\":0,\"weight\":-1}],\"x\":1}",
            400,
            "VALIDATION_FAILED")
        .body("detail", equalTo("8 things are wrong with this request"))
        .body(
            "errors.pointer",
            contains(
                "/name",
                "/vpcId",
                "/protocol",
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
        .body("detail", containsString("name is given twice"));
  }

  @Test
  void aBodyOverTheLimitIsRefused() {
    upstream("{\"name\":\"" + "a".repeat(1 << 20) + "\"}", 413, "BODY_TOO_LARGE");
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

  @ParameterizedTest
  @CsvSource({
    "/%61bc, /abc",
    "=/x%7Ey, =/x~y",
    "/a/../b, /b",
    "/a/./b, /a/b",
    "/a/%2e%2E/b, /b",
    "/a/.., /",
    "/pets/%7Bid%7D/%2D, /pets/%7Bid%7D/-",
    "/a/{id}/..//b, /a//b",
  })
  void aFrontEndPathThatNoRequestCanMatchIsRefusedWithTheOneToWrite(String path, String normal) {
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    String service = gateway.service(gateway.instance(vpc));
    String apis = "/v1/services/" + service + "/apis";
    refused(json(apiBody("a", path, upstream)).post(apis).then(), 400, "VALIDATION_FAILED")
        .body("errors.pointer", contains("/frontEnd/path"))
        .body("detail", endsWith("write " + normal));
    String made = Gateway.api(service, normal, upstream);
    refused(
        json(apiBody("a", path, upstream)).put(apis + "/" + made).then(), 400, "VALIDATION_FAILED");
    refused(
        json("{\"frontEnd\":{\"path\":\"" + path + "\"}}").patch(apis + "/" + made).then(),
        400,
        "VALIDATION_FAILED");
  }

  @Test
  void theCaseOfAnEscapeMakesNoOtherPath() {
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    String service = gateway.service(gateway.instance(vpc));
    String first = Gateway.api(service, "/q%2fr", upstream);
    refused(
            json(apiBody("b", "/q%2Fr", upstream)).post("/v1/services/" + service + "/apis").then(),
            409,
            "PATH_TAKEN")
        .body("related", contains(first));
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET", "POST", "ANY", "OPTIONS"})
  void onlyHeadIsAnsweredByHead(String method) {
    var vpc = gateway.vpc();
    String upstream = gateway.upstream(vpc);
    String apis = "/v1/services/" + gateway.service(gateway.instance(vpc)) + "/apis";
    String body =
        """
        {"name":"a","frontEnd":{"path":"/a","method":"%s"},
         "backEnd":{"upstreamId":"%s","path":"/","method":"HEAD"}}\
        """;
    refused(json(body.formatted(method, upstream)).post(apis).then(), 400, "VALIDATION_FAILED")
        .body("errors.pointer", contains("/backEnd/method"))
        .body("errors.detail", contains("must not be HEAD unless the front end's method is"));
    json(body.formatted("HEAD", upstream)).post(apis).then().statusCode(201);
  }

  @Test
  void anApiFromBeforeThatIsReadAndCanBePutRight() {
    var vpc = gateway.vpc();
    var upstream = new UpstreamId(gateway.upstream(vpc));
    var service = new ServiceId(gateway.service(gateway.instance(vpc)));
    var old = ApiId.random();
    gateway.record(
        new ApiCreated(
            old,
            service,
            new ApiDefinition(
                new Name("old"),
                Description.NONE,
                new FrontEnd(new FrontPath("/%61bc"), Method.GET),
                new BackEnd(
                    BackEnd.Type.VPC_RESOURCES,
                    BackEnd.ConnectionMode.VPC_UPSTREAM,
                    upstream,
                    new BackPath("/"),
                    Method.HEAD,
                    Timeout.DEFAULT))));
    String path = "/v1/services/" + service + "/apis/" + old;
    given().get(path).then().statusCode(200).body("frontEnd.path", equalTo("/%61bc"));
    refused(json("{\"description\":\"touched\"}").patch(path).then(), 400, "VALIDATION_FAILED")
        .body("errors.pointer", hasItem("/frontEnd/path"));
    json("{\"frontEnd\":{\"path\":\"/abc\"},\"backEnd\":{\"method\":\"GET\"}}")
        .patch(path)
        .then()
        .statusCode(200)
        .body("frontEnd.path", equalTo("/abc"));
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /apis",
    "PUT, /apis/api-aaaaaaaa",
    "PATCH, /apis/api-aaaaaaaa",
    "POST, /domains",
    "PUT, /domains/a.example",
    "POST, /releases",
    "PUT, /environments/test",
  })
  void aMissingServiceGoesBeforeAWrongBody(String method, String path) {
    refused(
            json("{\"colour\":\"red\"}")
                .request(method, "/v1/services/service-aaaaaaaa" + path)
                .then(),
            404,
            "NOT_FOUND")
        .body("detail", equalTo("there is no service-aaaaaaaa"));
  }

  @ParameterizedTest
  @CsvSource({"/a/..;v=1/b", "/a/.;", "=/a/..%20", "/a%2F..%2Fb", "/..%5Cb", "/a/{id}/..%00"})
  void aFrontEndPathWithWhichRequestsAreRefusedIsRefused(String path) {
    String service = gateway.service(gateway.instance(gateway.vpc()));
    refused(
            json(apiBody("a", path, "upstream-aaaaaaaa"))
                .post("/v1/services/" + service + "/apis")
                .then(),
            400,
            "VALIDATION_FAILED")
        .body("errors.pointer", contains("/frontEnd/path"))
        .body("errors.detail", contains(endsWith("with which requests are refused")));
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
