package io.weir.registry.instance;

import static io.restassured.RestAssured.when;
import static io.weir.registry.Http.instance;
import static io.weir.registry.Http.json;
import static io.weir.registry.Http.unique;
import static io.weir.registry.Http.vpc;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.weir.contracts.value.InstanceId;
import io.weir.ledger.Ledger;
import io.weir.registry.Appending;
import io.weir.registry.InstanceRegistry;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@InstanceRegistry
class InstanceHttpTest {
  private static final String INSTANCES = "/v1/instances";

  @Inject Ledger ledger;

  private static String at(String id) {
    return INSTANCES + "/" + id;
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
        .body("errors.pointer", containsInAnyOrder("/name", "/vpcId"))
        .body("related", containsInAnyOrder(id, "vpc-00000000"));
  }

  @Test
  void anInstanceStaysInItsVpc() {
    String vpc = vpc();
    String id = instance(vpc);
    String other = vpc();
    String taken = when().get(at(instance(vpc))).then().extract().path("name");
    String detail = "must stay " + vpc + ": an instance lives in the VPC it was created in";

    json("{'name':'front','vpcId':'%s'}", other)
        .put(at(id))
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors.pointer", contains("/vpcId"))
        .body("errors.detail", contains(detail));
    json("{'vpcId':'%s','name':'%s'}", other, taken)
        .header("If-Match", "\"4711\"")
        .patch(at(id))
        .then()
        .statusCode(412)
        .body("errors.code", hasItems("PRECONDITION_FAILED", "NAME_TAKEN"))
        .body("errors.detail", hasItem(detail));
    when().get(at(id)).then().body("vpcId", equalTo(vpc)).body("version", equalTo(1));
  }

  @Test
  void servicesAreCountedAndKeepTheirInstance() {
    String id = instance(vpc());
    var service = EventMother.service(unique("shop"), new InstanceId(id));
    Appending.append(ledger, service);

    when().get(at(id)).then().body("serviceCount", equalTo(1)).body("version", equalTo(1));
    when()
        .delete(at(id))
        .then()
        .statusCode(409)
        .body("code", equalTo("IN_USE"))
        .body("related", contains(service.id().value()));
  }
}
