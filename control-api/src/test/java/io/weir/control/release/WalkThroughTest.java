package io.weir.control.release;

import static io.restassured.RestAssured.given;
import static io.weir.control.Gateway.apiBody;
import static io.weir.control.Gateway.json;
import static io.weir.control.Gateway.name;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** From a service to a released API, and back. */
@ControlApi
class WalkThroughTest {
  @Inject Gateway gateway;

  private static String release(String service, String environment) {
    return Gateway.create(
        "/v1/services/" + service + "/releases", "{\"environment\":\"" + environment + "\"}");
  }

  private static String notModified(String path) {
    String tag = given().get(path).header("ETag");
    given().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag);
    return tag;
  }

  private static void modified(String path, String tag) {
    given().header("If-None-Match", tag).get(path).then().statusCode(200);
  }

  @Test
  void anApiTellsWhetherItsUpstreamIsReached() {
    var edge = gateway.vpc();
    var shop = gateway.vpc();
    String service = gateway.service(gateway.instance(edge));
    String upstream = gateway.upstream(shop);
    String apis = "/v1/services/" + service + "/apis";

    json(apiBody("pets", "/pets", upstream))
        .post(apis + "?require=reachable")
        .then()
        .statusCode(409)
        .body("code", equalTo("VPC_NOT_CONNECTED"))
        .body("errors.pointer", contains("/backEnd/upstreamId"));

    String api = Gateway.create(apis, apiBody("pets", "/pets", upstream));
    given()
        .get(apis + "/" + api)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"1."))
        .body("serviceId", equalTo(service))
        .body("frontEnd.path", equalTo("/pets"))
        .body("frontEnd.method", equalTo("GET"))
        .body("backEnd.type", equalTo("VPC_RESOURCES"))
        .body("backEnd.connectionMode", equalTo("VPC_UPSTREAM"))
        .body("backEnd.upstreamId", equalTo(upstream))
        .body("backEnd.timeoutMillis", equalTo(15_000))
        .body("reachability.status", equalTo("VPC_NOT_CONNECTED"))
        .body("warnings.code", contains("VPC_NOT_CONNECTED"));

    var network = EventMother.network(name("ccn"));
    gateway.record(
        network, new LinkAttached(network.id(), edge), new LinkAttached(network.id(), shop));
    given()
        .get(apis + "/" + api)
        .then()
        .header("ETag", startsWith("\"1."))
        .body("reachability.status", equalTo("CONNECTED"))
        .body("reachability.cloudConnectNetworkId", equalTo(network.id().value()))
        .body("reachability.position", equalTo((int) gateway.position()))
        .body("warnings", nullValue());
    json(apiBody("cats", "/cats", upstream))
        .post(apis + "?require=reachable")
        .then()
        .statusCode(201);
    given().get("/v1/upstreams/" + upstream).then().body("apiCount", equalTo(2));
  }

  @Test
  void aServiceIsReleasedRolledBackAndUnreleased() {
    var vpc = gateway.vpc();
    String service = gateway.service(gateway.instance(vpc));
    String upstream = gateway.upstream(vpc);
    String base = "/v1/services/" + service;

    json("{\"environment\":\"release\"}")
        .post(base + "/releases")
        .then()
        .statusCode(409)
        .body("code", equalTo("NOTHING_TO_RELEASE"));
    json("{\"environment\":\"prod\"}")
        .post(base + "/releases")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.code", hasItems("NOTHING_TO_RELEASE"))
        .body("errors.detail", hasItems("must be release, prepub or test"));

    String api = Gateway.api(service, "/a", upstream);
    String first = release(service, "release");
    given()
        .get(base + "/releases/" + first)
        .then()
        .statusCode(200)
        .body("id", matchesPattern("release-[a-z0-9]{8}"))
        .body("environments", contains("release"))
        .body("apiCount", equalTo(1))
        .body("apis[0].id", equalTo(api))
        .body("apis[0].frontEnd.path", equalTo("/a"));
    String tag = notModified(base + "/releases/" + first);
    String tagOfAll = notModified(base + "/environments");

    json("{\"frontEnd\":{\"path\":\"/b\"}}").patch(base + "/apis/" + api).then().statusCode(200);
    String second = release(service, "release");
    given()
        .get(base + "/environments/release")
        .then()
        .body("released", equalTo(true))
        .body("releaseId", equalTo(second));

    json("{\"releaseId\":\"" + first + "\"}")
        .put(base + "/environments/release")
        .then()
        .statusCode(200)
        .header("ETag", "\"4\"")
        .body("releaseId", equalTo(first));
    given()
        .header("If-None-Match", "\"3\", \"4\"")
        .get(base + "/environments/release")
        .then()
        .statusCode(304);
    modified(base + "/environments", tagOfAll);
    given().delete(base + "/environments/release").then().statusCode(204);
    modified(base + "/releases/" + first, tag);
    json("{\"releaseId\":\"" + first + "\"}")
        .put(base + "/environments/release")
        .then()
        .statusCode(200);
    given().get(base).then().body("environments", contains("release")).body("version", equalTo(6));
    json("{\"releaseId\":\"release-aaaaaaaa\"}")
        .put(base + "/environments/test")
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_RELEASE"));

    given()
        .delete(base)
        .then()
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("related", hasItems(api, first));
    given().delete(base + "/environments/release").then().statusCode(204);
    given().delete(base + "/environments/release").then().statusCode(204);
    given()
        .get(base + "/environments")
        .then()
        .body("items", hasSize(3))
        .body("items.environment", contains("release", "prepub", "test"))
        .body("items.released", contains(false, false, false));
    given().delete(base + "/apis/" + api).then().statusCode(204);
    given().delete(base).then().statusCode(204);
    given().get(base).then().statusCode(404);
  }

  @Test
  void aServiceIsReplacedAndPatched() {
    String service = gateway.service(null);
    String instance = gateway.instance(gateway.vpc()).value();
    json("{\"instanceId\":\"" + instance + "\",\"description\":\"moved\"}")
        .patch("/v1/services/" + service)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"2."))
        .body("instanceId", equalTo(instance));
    String read = given().get("/v1/services/" + service).asString();
    json(read)
        .put("/v1/services/" + service)
        .then()
        .statusCode(200)
        .header("ETag", startsWith("\"2."));
    String upstream = gateway.upstream(gateway.vpc());
    String api = Gateway.api(service, "/a", upstream);
    json("{\"instanceId\":null}")
        .patch("/v1/services/" + service)
        .then()
        .statusCode(409)
        .body("code", equalTo("SHARED_INSTANCE"))
        .body("related", contains(api));
  }
}
