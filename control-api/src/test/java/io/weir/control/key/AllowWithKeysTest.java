package io.weir.control.key;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.testing.service.AllowContract;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Where the table of access is asked first. */
@ControlApi
@TestProfile(WithKeys.class)
class AllowWithKeysTest extends AllowContract {
  @TestHTTPResource URI service;
  @Inject Given keys;

  @Override
  protected URI service() {
    return service;
  }

  @Override
  protected String[] administrator() {
    return new String[] {"Authorization", "Bearer " + keys.key(Role.ADMIN).text()};
  }

  /** What the registry has is refused by the table here, and told by the registry. */
  @Test
  void pathsOfTheRegistryAreAskedThere() {
    var admin = keys.key(Role.ADMIN);
    Given.with(admin)
        .delete("/v1/vpcs")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("GET, HEAD, OPTIONS, POST"));
    Given.with(admin)
        .options("/v1/vpcs")
        .then()
        .statusCode(200)
        .header("Asked-Method", equalTo("OPTIONS"));
    given().options("/v1/vpcs").then().statusCode(401);
  }
}
