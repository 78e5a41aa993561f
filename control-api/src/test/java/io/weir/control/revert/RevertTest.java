package io.weir.control.revert;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.response.Response;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.VpcId;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.rest.Body;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reverting as clients see it. */
@ControlApi
class RevertTest {
  private final ApiDocument document = ApiDocument.read();

  @Inject Gateway gateway;

  private VpcId vpc;
  private String service = "";
  private String upstream = "";

  @BeforeEach
  void aServiceAndAnUpstream() {
    vpc = gateway.vpc();
    service = gateway.service(gateway.instance(vpc));
    upstream = gateway.upstream(vpc);
  }

  private static String path(String position) {
    return "/v1/events/" + position + "/revert";
  }

  private static Response revert(String position) {
    return given().post(path(position));
  }

  private static String position(Response done) {
    assertThat(done.statusCode()).as(done.asString()).isBetween(200, 204);
    return done.header("Weir-Position");
  }

  private String patched(String body) {
    return position(
        given().contentType(Body.MERGE_PATCH).body(body).patch("/v1/upstreams/" + upstream));
  }

  private static String weight(int weight) {
    return "{\"nodes\":[{\"address\":\"10.0.0.1\",\"port\":8080,\"weight\":" + weight + "}]}";
  }

  private Response refused(Response answer, String code) {
    answer
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("code", equalTo(code));
    document.describes("Problem", answer);
    return answer;
  }

  @Test
  void whatAnEventChangedIsPutBackAndNothingElse() {
    String changed = patched(weight(7));
    patched("{\"description\":\"set since\"}");
    given()
        .header("Weir-Reason", "too much")
        .post(path(changed))
        .then()
        .statusCode(200)
        .header("Weir-Position", Long.toString(gateway.position()))
        .header("Weir-Events", "upstream.nodes-changed.v1")
        .header("ETag", containsString("\"4."))
        .body("id", equalTo(upstream))
        .body("nodes.weight", contains(5))
        .body("description", equalTo("set since"));
    // it is as it was by now
    long before = gateway.position();
    revert(changed).then().statusCode(200).header("Weir-Events", nullValue());
    assertThat(gateway.position()).isEqualTo(before);
    // and forth again
    revert(Long.toString(before)).then().body("nodes.weight", contains(7));
  }

  @Test
  void whatWasChangedSinceIsNamedAndNothingIsDone() {
    String changed = patched(weight(7).replace("]}", "],\"description\":\"changed\"}"));
    patched(weight(9));
    long before = gateway.position();
    Response answer = refused(revert(changed), "CHANGED_SINCE");
    // a command had two events, and this is the one about nodes
    answer
        .then()
        .body("errors.pointer", contains("/nodes/10.0.0.1:8080/weight"))
        .body("errors.code", contains("CHANGED_SINCE"))
        .body("errors.from", contains(5))
        .body("errors.to", contains(7))
        .body("errors.now", contains(9))
        .body("related", contains(upstream));
    assertThat(gateway.position()).isEqualTo(before);
    given()
        .queryParam("operation", "POST " + path(changed))
        .get("/v1/attempts")
        .then()
        .body("items.command", contains("revert-upstream"))
        .body("items[0].errors.now", contains(9));
  }

  @Test
  void whatWasMadeIsDeletedUnlessItIsUsedOrWasChangedSince() {
    String position = Long.toString(gateway.position());
    String api = Gateway.api(service, "/a", upstream);
    refused(revert(position), "IN_USE").then().body("related", hasItem(api));
    position(given().delete("/v1/services/" + service + "/apis/" + api));
    patched("{\"description\":\"mine\"}");
    refused(revert(position), "CHANGED_SINCE")
        .then()
        .body("errors.pointer", contains("/description"));
    patched("{\"description\":\"\"}");
    revert(position)
        .then()
        .statusCode(204)
        .header("Weir-Events", "upstream.deleted.v1")
        .header("Weir-Position", Long.toString(gateway.position()));
    given().get("/v1/upstreams/" + upstream).then().statusCode(404);
    revert(position).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void whatWasDeletedIsThereAgainWithANewId() {
    String api = Gateway.api(service, "/a", upstream);
    String apis = "/v1/services/" + service + "/apis/";
    String deletion = position(given().delete(apis + api));
    Response again = revert(deletion);
    again
        .then()
        .statusCode(201)
        .header("Weir-Events", "api.created.v1")
        .header("Location", matchesPattern(".*" + apis + "api-[a-z0-9]{8}"))
        .body("id", not(equalTo(api)))
        .body("frontEnd.path", equalTo("/a"));
    document.describes("Api", again);
    given().get(again.header("Location")).then().statusCode(200);
    refused(revert(deletion), "NAME_TAKEN");
  }

  @Test
  void aDomainComesBackUnderItsName() {
    String domain = name("d").replace('_', '-') + ".example";
    String domains = "/v1/services/" + service + "/domains";
    String body = "{\"domain\":\"%s\",\"environment\":\"test\"}".formatted(domain);
    String bound = position(json(body).post(domains));
    String deletion = position(given().delete(domains + "/" + domain));
    revert(deletion)
        .then()
        .statusCode(201)
        .header("Location", containsString(domains + "/" + domain))
        .body("domain", equalTo(domain))
        .body("environment", equalTo("test"));
    refused(revert(deletion), "DOMAIN_TAKEN");
    revert(bound).then().statusCode(204).header("Weir-Events", "domain.unbound.v1");
  }

  private Response release() {
    return json("{\"environment\":\"test\"}").post("/v1/services/" + service + "/releases");
  }

  @Test
  void anEnvironmentAnswersWithWhatItDidBefore() {
    Gateway.api(service, "/a", upstream);
    String environment = "/v1/services/" + service + "/environments/test";
    Response first = release();
    Response second = release();
    refused(revert(position(first)), "CHANGED_SINCE")
        .then()
        .body("errors.pointer", contains("/environments/test/releaseId"))
        .body("errors.to", contains(first.jsonPath().getString("id")))
        .body("errors.now", contains(second.jsonPath().getString("id")));
    revert(position(second))
        .then()
        .statusCode(200)
        .header("Weir-Events", "service.environment-switched.v1")
        .body("releaseId", equalTo(first.jsonPath().getString("id")));
    revert(position(first))
        .then()
        .statusCode(204)
        .header("Weir-Events", "service.environment-unreleased.v1");
    given().get(environment).then().body("released", equalTo(false));
    revert(Long.toString(gateway.position()))
        .then()
        .statusCode(200)
        .body("releaseId", equalTo(first.jsonPath().getString("id")));
  }

  @Test
  void whatCannotBePutBackSaysWhy() {
    String key =
        Gateway.create("/v1/keys", "{\"name\":\"" + name("key") + "\",\"role\":\"VIEWER\"}");
    String position = Long.toString(gateway.position());
    refused(revert(position), "NOT_REVERTIBLE")
        .then()
        .body("detail", containsString("key.created.v1 at position " + position))
        .body("detail", containsString("DELETE /v1/keys/" + key));
    gateway.record(new KeyUsed(new KeyId(key)));
    refused(revert(Long.toString(gateway.position())), "NOT_REVERTIBLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "x", "999999999", "99999999999999999999"})
  void noEventIsNotFound(String position) {
    revert(position).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
  }

  @Test
  void aTrialTellsWhatItWouldComeToAndDoesNothing() {
    String changed = patched(weight(7));
    long before = gateway.position();
    Response tried = given().post(path(changed) + "?dry_run=true");
    tried
        .then()
        .statusCode(200)
        .body("events.type", contains("upstream.nodes-changed.v1"))
        .body("changes.pointer", contains("/nodes/10.0.0.1:8080/weight"))
        .body("changes.from", contains(7))
        .body("changes.to", contains(5));
    document.describes("DryRun", tried);
    assertThat(gateway.position()).isEqualTo(before);
    patched(weight(9));
    refused(given().post(path(changed) + "?dry_run=true"), "CHANGED_SINCE");
    given().post(path(changed) + "?nonsense=1").then().statusCode(400);
  }

  @Test
  void anExpectedVersionAndAKeyOfRepetitionAreHeeded() {
    String changed = patched(weight(7));
    given().header("If-Match", "\"1\"").post(path(changed)).then().statusCode(412);
    String repetition = name("repeat");
    for (String replayed : new String[] {null, "true"}) {
      given()
          .header("If-Match", "\"2\"")
          .header("Idempotency-Key", repetition)
          .post(path(changed))
          .then()
          .statusCode(200)
          .header("Weir-Events", "upstream.nodes-changed.v1")
          .header("Idempotency-Replayed", replayed == null ? nullValue() : equalTo(replayed))
          .body("nodes.weight", contains(5));
    }
  }

  @Test
  void whatIsTheRegistrysIsRevertedThere() {
    gateway.vpc();
    String path = path(Long.toString(gateway.position()));
    given()
        .header("Weir-Reason", "mistake")
        .header("Weir-Actor", "ada")
        .header("X-Request-Id", "mine")
        .post(path + "?dry_run=true")
        .then()
        .statusCode(201)
        .header("Asked-Method", "POST")
        .header("Asked-Uri", path + "?dry_run=true")
        .header("Asked-Weir-Actor", "ada")
        .header("Asked-X-Request-Id", "mine")
        .header("X-Request-Id", "mine")
        .header("Weir-Position", "12")
        .contentType("application/json")
        .body(equalTo("{}"));
  }
}
