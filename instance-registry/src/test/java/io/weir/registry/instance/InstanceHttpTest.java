package io.weir.registry.instance;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.created;
import static io.weir.registry.Http.instance;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.unique;
import static io.weir.registry.Http.vpc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import io.weir.contracts.value.InstanceId;
import io.weir.ledger.Ledger;
import io.weir.registry.Appending;
import io.weir.registry.InstanceRegistry;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class InstanceHttpTest {
  private static final String INSTANCES = "/v1/instances";
  private static final String UNKNOWN = INSTANCES + "/instance-00000000";

  @Inject Ledger ledger;

  private static String at(String id) {
    return INSTANCES + "/" + id;
  }

  @Test
  void aNewInstanceLivesInItsVpcAndHasNoServices() {
    String vpc = vpc();
    String name = unique("front");
    var answer =
        created(INSTANCES, "{'name':'%s','vpcId':'%s'}", name, vpc)
            .header("ETag", "\"1\"")
            .body("id", matchesPattern("instance-[a-z0-9]{8}"))
            .body("name", equalTo(name))
            .body("description", equalTo(""))
            .body("vpcId", equalTo(vpc))
            .body("services", equalTo(0))
            .extract();

    assertThat(answer.header("Location")).isEqualTo(at(answer.path("id")));
    assertThat(when().get(at(answer.path("id"))).asString()).isEqualTo(answer.asString());
  }

  @Test
  void anUnknownVpcIsRefused() {
    json("{'name':'%s','vpcId':'vpc-00000000'}", unique("front"))
        .post(INSTANCES)
        .then()
        .statusCode(422)
        .body("code", equalTo("UNKNOWN_VPC"))
        .body("errors.pointer", contains("/vpcId"))
        .body("related", contains("vpc-00000000"));
  }

  @Test
  void aTakenNameAndAnUnknownVpcAreBothRefused() {
    String id = instance(vpc());
    String name = when().get(at(id)).then().extract().path("name");

    json("{'name':'%s','vpcId':'vpc-00000000'}", name)
        .post(INSTANCES)
        .then()
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("NAME_TAKEN", "UNKNOWN_VPC"))
        .body("errors.pointer", containsInAnyOrder("/name", "/vpcId"));
  }

  @Test
  void everyViolationIsNamedAtOnce() {
    json("{'name':'a-b','vpcId':'edge','services':0}")
        .post(INSTANCES)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/vpcId", "/services"));
    json("{}")
        .post(INSTANCES)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/name", "/vpcId"));
  }

  @Test
  void whatDoesNotExistIsNotFound() {
    String body = "{'name':'front','vpcId':'vpc-00000000'}";
    when().get(UNKNOWN).then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    when().get(INSTANCES + "/front").then().statusCode(404);
    json(body).put(UNKNOWN).then().statusCode(404);
    json(body).patch(UNKNOWN).then().statusCode(404);
    when().delete(UNKNOWN).then().statusCode(404);
  }

  @Test
  void anInstanceIsReplacedByWhatWasReadAndChanged() {
    String id = instance(vpc());
    String read = when().get(at(id)).asString();

    given()
        .contentType("application/json")
        .header("If-Match", "\"1\"")
        .body(read.replace("\"description\":\"\"", "\"description\":\"new\""))
        .put(at(id))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("description", equalTo("new"));
    json("{'description':'newer'}")
        .patch(at(id))
        .then()
        .statusCode(200)
        .body("description", equalTo("newer"));
    json("{'name':'x','vpcId':'%s'}", vpc())
        .header("If-Match", "\"1\"")
        .patch(at(id))
        .then()
        .statusCode(412);
    json("{'name':'x'}").header("If-Match", "\"1\"").patch(at(id)).then().statusCode(412);
    given().header("If-Match", "\"1\"").delete(at(id)).then().statusCode(412);
  }

  @Test
  void anInstanceStaysInItsVpc() {
    String vpc = vpc();
    String id = instance(vpc);
    String other = vpc();
    String detail = "must stay " + vpc + ": an instance lives in the VPC it was created in";

    json("{'name':'front','vpcId':'%s'}", other)
        .put(at(id))
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains("/vpcId"))
        .body("errors.detail", contains(detail));
    json("{'vpcId':'%s'}", other)
        .patch(at(id))
        .then()
        .statusCode(400)
        .body("errors.detail", contains(detail));
    when().get(at(id)).then().body("vpcId", equalTo(vpc)).body("version", equalTo(1));
  }

  @Test
  void aRepeatedRequestGetsTheSameAnswer() {
    String key = UUID.randomUUID().toString();
    String body = "{'name':'%s','vpcId':'%s'}".formatted(unique("front"), vpc());
    String first = json(body).header("Idempotency-Key", key).post(INSTANCES).asString();

    json(body).header("Idempotency-Key", key).post(INSTANCES).then().body(equalTo(first));
  }

  @Test
  void servicesAreCountedAndKeepTheirInstance() {
    String id = instance(vpc());
    var service = EventMother.service(unique("shop"), new InstanceId(id));
    Appending.append(ledger, service);

    given()
        .header("If-None-Match", "\"1\"")
        .get(at(id))
        .then()
        .statusCode(200)
        .body("services", equalTo(1))
        .body("version", equalTo(1));
    when()
        .delete(at(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("related", contains(service.id().value()));
  }

  @Test
  void aDeletedInstanceIsGone() {
    String id = instance(vpc());

    when().delete(at(id)).then().statusCode(204);
    when().get(at(id)).then().statusCode(404);
  }
}
