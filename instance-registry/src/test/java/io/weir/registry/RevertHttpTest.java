package io.weir.registry;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.link;
import static io.weir.registry.Http.network;
import static io.weir.registry.Http.vpc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

/** Reverting as control-api asks for it. */
@InstanceRegistry
class RevertHttpTest {
  private static ValidatableResponse revert(Response done) {
    return given().post("/v1/events/" + done.header("Weir-Position") + "/revert").then();
  }

  @Test
  void aVpcIsRenamedBackUnlessItWasRenamedSince() {
    String vpc = vpc();
    String name = when().get("/v1/vpcs/" + vpc).path("name");
    Response changed = json("{'name':'%s'}", Http.unique("other")).put("/v1/vpcs/" + vpc);
    given()
        .post("/v1/events/" + changed.header("Weir-Position") + "/revert?dry_run=true")
        .then()
        .statusCode(200)
        .body("events.type", contains("vpc.changed.v1"))
        .body("changes.pointer", contains("/name"))
        .body("changes.to", contains(name));
    revert(changed)
        .statusCode(200)
        .header("Weir-Events", "vpc.changed.v1")
        .body("id", equalTo(vpc))
        .body("name", equalTo(name));
    String third = Http.unique("third");
    json("{'name':'%s'}", third).put("/v1/vpcs/" + vpc);
    revert(changed)
        .statusCode(409)
        .body("code", equalTo("CHANGED_SINCE"))
        .body("errors.pointer", contains("/name"))
        .body("errors.from", contains(name))
        .body("errors.now", contains(third));
  }

  @Test
  void aLinkIsDetachedAndAttachedAgain() {
    String network = network();
    String vpc = vpc();
    Response attached = when().put(link(network, vpc));
    revert(attached).statusCode(204).header("Weir-Events", "link.detached.v1");
    when().get(link(network, vpc)).then().statusCode(404);
    Response again = when().put(link(network, vpc));
    Response detached = when().delete(link(network, vpc));
    revert(detached).statusCode(200).body("vpcId", equalTo(vpc)).body("attached", equalTo(true));
    // nothing uses it twice
    revert(again).statusCode(204);
  }

  @Test
  void whatWasDeletedComesBackWithANewIdAndGoesUnlessItIsUsed() {
    String vpc = vpc();
    Response deleted = when().delete("/v1/vpcs/" + vpc);
    Response again = revert(deleted).statusCode(201).extract().response();
    String id = again.path("id");
    revert(deleted).statusCode(409).body("code", equalTo("NAME_TAKEN"));
    when().get(again.header("Location")).then().statusCode(200).body("id", not(equalTo(vpc)));
    String instance = Http.instance(id);
    revert(again)
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("related", contains(instance));
  }

  @Test
  void noEventIsNotFound() {
    for (String position : new String[] {"0", "x", "999999999"}) {
      given()
          .post("/v1/events/" + position + "/revert")
          .then()
          .statusCode(404)
          .body("code", equalTo("NOT_FOUND"));
    }
  }
}
