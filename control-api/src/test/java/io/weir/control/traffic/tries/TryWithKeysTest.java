package io.weir.control.traffic.tries;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.Given;
import io.weir.control.key.WithKeys;
import io.weir.testing.ReadModelTables;
import io.weir.testing.event.EventMother;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Who may try, and what; no replica lives, so whoever may is told of that. */
@ControlApi
@TestProfile(WithKeys.class)
class TryWithKeysTest {
  @Inject Gateway gateway;
  @Inject Given keys;
  @Inject DataSource database;

  private static Response tried(KeySecret key, String service) {
    return Given.with(
            key,
            "{\"serviceId\":\"%s\",\"environment\":\"test\",\"method\":\"GET\",\"path\":\"/\"}"
                .formatted(service))
        .post("/v1/tries");
  }

  @Test
  void anOperatorTriesWhatLiesWithinHisScopeAndReadersTryNothing() {
    ReadModelTables.create(database, 9);
    var instance = gateway.instance(gateway.vpc());
    var mine = EventMother.service(Gateway.name("mine"), instance);
    var other = EventMother.service(Gateway.name("other"), instance);
    gateway.record(mine, other);
    String id = mine.id().value();
    for (Role role : new Role[] {Role.VIEWER, Role.AUDITOR}) {
      tried(keys.key(role), id).then().statusCode(403).body("code", equalTo("FORBIDDEN"));
    }
    KeySecret scoped = keys.key(Role.OPERATOR, id);
    tried(scoped, id).then().statusCode(409).body("code", equalTo("NO_REPLICA"));
    tried(scoped, other.id().value())
        .then()
        .statusCode(403)
        .body("code", equalTo("OUT_OF_SCOPE"))
        .body("related", contains(other.id().value()));
    tried(keys.key(Role.OPERATOR), other.id().value()).then().statusCode(409);
    KeySecret viewer = keys.key(Role.VIEWER);
    for (String path : new String[] {"/v1/traffic", "/v1/requests"}) {
      Given.with(viewer).get(path).then().statusCode(200);
    }
  }
}
