package io.weir.control.key;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.VpcId;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Who may revert: whoever may make the change that it comes to. */
@ControlApi
@TestProfile(WithKeys.class)
class RevertScopeTest {
  @Inject Given keys;
  @Inject Gateway gateway;

  private static String revert(String position) {
    return "/v1/events/" + position + "/revert";
  }

  @Test
  void aScopeHoldsForRevertingAsForTheChangeItself() {
    VpcId vpc = gateway.vpc();
    KeySecret all = keys.key(Role.OPERATOR);
    KeySecret inside = keys.key(Role.OPERATOR, vpc.value());
    KeySecret outside = keys.key(Role.OPERATOR, gateway.vpc().value());
    String body = Gateway.upstreamBody(Gateway.name("upstream"), vpc);
    Response made = Given.with(all, body).post("/v1/upstreams");
    String upstream = made.jsonPath().getString("id");
    String path = revert(made.header("Weir-Position"));
    for (String query : new String[] {"?dry_run=true", ""}) {
      Given.with(outside)
          .post(path + query)
          .then()
          .statusCode(403)
          .body("code", equalTo("OUT_OF_SCOPE"))
          .body("related", contains(upstream));
      Given.with(keys.key(Role.VIEWER))
          .post(path + query)
          .then()
          .statusCode(403)
          .body("code", equalTo("FORBIDDEN"));
    }
    Response gone = Given.with(inside).post(path);
    gone.then().statusCode(204);
    Given.with(outside).post(revert(gone.header("Weir-Position"))).then().statusCode(403);
    Given.with(inside).post(revert(gone.header("Weir-Position"))).then().statusCode(201);
  }
}
