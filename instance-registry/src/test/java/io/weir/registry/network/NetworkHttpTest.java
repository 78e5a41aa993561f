package io.weir.registry.network;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.created;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.link;
import static io.weir.registry.Http.network;
import static io.weir.registry.Http.unique;
import static io.weir.registry.Http.vpc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.weir.registry.InstanceRegistry;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class NetworkHttpTest {
  private static final String NETWORKS = "/v1/cloud-connect-networks";

  private static String at(String id) {
    return NETWORKS + "/" + id;
  }

  @Test
  void aNewNetworkHasNoLinks() {
    created(NETWORKS, "{'name':'%s'}", unique("backbone")).body("links", empty());
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
}
