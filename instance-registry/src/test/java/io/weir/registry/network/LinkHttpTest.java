package io.weir.registry.network;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.link;
import static io.weir.registry.Http.network;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.weir.registry.InstanceRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class LinkHttpTest {
  private static String at(String networkId) {
    return "/v1/cloud-connect-networks/" + networkId;
  }

  private static ExtractableResponse<Response> attach(String networkId, String vpcId) {
    return when().put(link(networkId, vpcId)).then().statusCode(200).extract();
  }

  @Test
  void anAttachedVpcIsSeenInTheNetworkAndByItself() {
    String network = network();
    String vpc = vpc();

    var attached = attach(network, vpc);

    int position = attached.path("position");
    assertThat(attached.header("Weir-Position")).isEqualTo(Integer.toString(position));
    assertThat(attached.asString())
        .isEqualTo("{\"vpcId\":\"%s\",\"attached\":true,\"position\":%d}".formatted(vpc, position));
    when()
        .get(link(network, vpc))
        .then()
        .statusCode(200)
        .header("ETag", attached.header("ETag"))
        .body(equalTo(attached.asString()));
    when()
        .get(at(network))
        .then()
        .body("links.vpcId", contains(vpc))
        .body("links.attached", contains(true))
        .body("links.position", contains(position))
        .body("version", equalTo(1));
  }

  @Test
  void attachingAgainIsNoEvent() {
    String network = network();
    String vpc = vpc();

    var first = attach(network, vpc);
    vpc();

    assertThat(attach(network, vpc).asString()).isEqualTo(first.asString());
  }

  @Test
  void aDetachedVpcIsGoneAndTheAnswerSaysSinceWhen() {
    String network = network();
    String vpc = vpc();
    attach(network, vpc);

    String position =
        when().delete(link(network, vpc)).then().statusCode(204).extract().header("Weir-Position");

    when()
        .get(link(network, vpc))
        .then()
        .statusCode(404)
        .body(
            "detail",
            equalTo("%s was detached from %s at position %s".formatted(vpc, network, position)));
    when().get(at(network)).then().body("links", empty());
    assertThat(attach(network, vpc).<Integer>path("position"))
        .isGreaterThan(Integer.parseInt(position));
  }

  @Test
  void detachingWhatIsNotAttachedSucceedsAndIsNoEvent() {
    String network = network();
    String vpc = vpc();

    when().delete(link(network, vpc)).then().statusCode(204);

    when()
        .get(link(network, vpc))
        .then()
        .statusCode(404)
        .body("detail", equalTo(vpc + " was never attached to " + network));
  }

  @Test
  void unknownNetworksAndVpcsAreNotFoundAndNamed() {
    String network = network();
    String vpc = vpc();
    String noNetwork = "ccn-00000000";
    String noVpc = "vpc-00000000";

    when().put(link(noNetwork, vpc)).then().statusCode(404).body("related", contains(noNetwork));
    when().put(link(network, noVpc)).then().statusCode(404).body("related", contains(noVpc));
    when()
        .put(link(noNetwork, noVpc))
        .then()
        .statusCode(404)
        .body("related", contains(noNetwork, noVpc));
    when()
        .delete(link(noNetwork, noVpc))
        .then()
        .statusCode(404)
        .body("related", contains(noNetwork, noVpc));
    when()
        .get(link(noNetwork, noVpc))
        .then()
        .statusCode(404)
        .body("related", contains(noNetwork, noVpc));
    when().put(link("backbone", vpc)).then().statusCode(404);
    when().put(link(network, "edge")).then().statusCode(404);
  }

  @Test
  void aRepeatedRequestDoesNothingEvenIfTheLinkWasCutSince() {
    String network = network();
    String vpc = vpc();
    String key = UUID.randomUUID().toString();
    given().header("Idempotency-Key", key).put(link(network, vpc)).then().statusCode(200);
    when().delete(link(network, vpc)).then().statusCode(204);

    given()
        .header("Idempotency-Key", key)
        .put(link(network, vpc))
        .then()
        .statusCode(200)
        .header("Idempotency-Replayed", "true");

    when().get(link(network, vpc)).then().statusCode(404);
  }

  @Test
  void aLinkHasAVersionOfItsOwn() {
    String network = network();
    String vpc = vpc();
    attach(network, vpc());
    String tag = attach(network, vpc).header("ETag");

    given()
        .header("If-Match", "\"1\"")
        .delete(link(network, vpc))
        .then()
        .statusCode(412)
        .body(
            "detail",
            equalTo(
                "the link of %s to %s has version %s now, not what If-Match expects"
                    .formatted(vpc, network, tag.replace("\"", ""))));
    given().header("If-None-Match", "*").put(link(network, vpc)).then().statusCode(412);
    given().header("If-Match", tag).delete(link(network, vpc)).then().statusCode(204);
    given().header("If-Match", tag).put(link(network, vpc)).then().statusCode(412);
    given().header("If-None-Match", "*").put(link(network, vpc)).then().statusCode(200);
  }

  @Test
  void aNetworkWhoseLinksChangeHasAnotherTag() {
    String network = network();
    String tag = when().get(at(network)).header("ETag");
    attach(network, vpc());

    given()
        .header("If-None-Match", tag)
        .get(at(network))
        .then()
        .statusCode(200)
        .header("ETag", not(tag))
        .body("version", equalTo(1));
  }

  @Test
  void aLinkIsTriedWithoutBeingMadeOrBroken() {
    String network = network();
    String vpc = vpc();
    String trial = link(network, vpc) + "?dry_run=true";

    when()
        .put(trial)
        .then()
        .statusCode(200)
        .body("events.type", contains("link.attached.v1"))
        .body("events.subject", contains(network))
        .body("changes.pointer", contains("/links/" + vpc))
        .body("effects", empty());
    when().get(link(network, vpc)).then().statusCode(404);
    when().delete(trial).then().statusCode(200).body("events", empty());
    var attached = attach(network, vpc);
    when().delete(trial).then().statusCode(200).body("events.type", contains("link.detached.v1"));
    assertThat(attach(network, vpc).asString()).isEqualTo(attached.asString());
    when().put(link(network, "vpc-00000000") + "?dry_run=true").then().statusCode(404);
    when().put(link(network, vpc) + "?dry_run=maybe").then().statusCode(400);
  }
}
