package io.weir.registry.network;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.created;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.link;
import static io.weir.registry.Http.network;
import static io.weir.registry.Http.unique;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.weir.registry.InstanceRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class NetworkHttpTest {
  private static final String NETWORKS = "/v1/cloud-connect-networks";
  private static final String UNKNOWN = NETWORKS + "/ccn-00000000";

  private static String at(String id) {
    return NETWORKS + "/" + id;
  }

  @Test
  void aNewNetworkHasNoLinks() {
    String name = unique("backbone");
    var answer =
        created(NETWORKS, "{'name':'%s','description':'all sites'}", name)
            .header("ETag", "\"1\"")
            .body("id", matchesPattern("ccn-[a-z0-9]{8}"))
            .body("name", equalTo(name))
            .body("description", equalTo("all sites"))
            .body("links", empty())
            .extract();

    assertThat(answer.header("Location")).isEqualTo(at(answer.path("id")));
    assertThat(when().get(at(answer.path("id"))).asString()).isEqualTo(answer.asString());
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    json("{'name':'%s','description':null,'links':[]}", "x".repeat(51))
        .post(NETWORKS)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/links"));
  }

  @Test
  void aTakenNameIsRefusedNamingWhoHasIt() {
    String id = network();
    String name = when().get(at(id)).then().extract().path("name");

    json("{'name':'%s'}", name)
        .post(NETWORKS)
        .then()
        .statusCode(409)
        .body("code", equalTo("NAME_TAKEN"))
        .body("related", contains(id));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    when().get(UNKNOWN).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    when().get(NETWORKS + "/backbone").then().statusCode(404);
    json("{'name':'ring'}").put(UNKNOWN).then().statusCode(404);
    json("{'name':'ring'}").patch(UNKNOWN).then().statusCode(404);
    when().delete(UNKNOWN).then().statusCode(404);
  }

  @Test
  void replacingKeepsTheLinks() {
    String id = network();
    String vpc = vpc();
    when().put(link(id, vpc)).then().statusCode(200);
    String read = when().get(at(id)).asString();

    given()
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(read.replace("\"description\":\"\"", "\"description\":\"new\""))
        .put(at(id))
        .then()
        .statusCode(200)
        .body("description", equalTo("new"))
        .body("links.vpcId", contains(vpc));
    json("{'description':'newer'}")
        .patch(at(id))
        .then()
        .statusCode(200)
        .body("description", equalTo("newer"))
        .body("links.vpcId", contains(vpc));
  }

  @Test
  void aStaleTagIsRefused() {
    String id = network();

    json("{'name':'ring'}").header("If-Match", "\"2\"").put(at(id)).then().statusCode(412);
    json("{'name':'ring'}").header("If-Match", "\"2\"").patch(at(id)).then().statusCode(412);
    given().header("If-Match", "\"2\"").delete(at(id)).then().statusCode(412);
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswer() {
    String key = UUID.randomUUID().toString();
    String body = "{'name':'%s'}".formatted(unique("ring"));
    String first = json(body).header("Idempotency-Key", key).post(NETWORKS).asString();

    json(body).header("Idempotency-Key", key).post(NETWORKS).then().body(equalTo(first));
  }

  @Test
  void aNetworkWithVpcsIsKeptAndEveryVpcNamed() {
    String id = network();
    String vpc = vpc();
    when().put(link(id, vpc)).then().statusCode(200);

    when()
        .delete(at(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("related", contains(vpc));
    when().delete(link(id, vpc)).then().statusCode(204);
    when().delete(at(id)).then().statusCode(204);
    when().get(at(id)).then().statusCode(404);
  }

  @Test
  void aReadIsNeverNotModifiedBecauseLinksHaveNoPartInTheVersion() {
    String id = network();
    String vpc = vpc();
    when().put(link(id, vpc)).then().statusCode(200);

    given()
        .header("If-None-Match", "\"1\"")
        .get(at(id))
        .then()
        .statusCode(200)
        .body("links.vpcId", contains(vpc));
  }
}
