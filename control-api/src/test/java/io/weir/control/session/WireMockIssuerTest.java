package io.weir.control.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.TestProfile;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.restassured.specification.RequestSpecification;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.WithKeys;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tokens that somebody else's library made and signed. */
@ControlApi
@QuarkusTestResource(value = WireMockIssuer.class, restrictToAnnotatedClass = true)
@TestProfile(WithKeys.class)
class WireMockIssuerTest {
  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static int makesAService(String token) {
    return with(token)
        .contentType("application/json")
        .body("{\"name\":\"" + Gateway.name("made") + "\"}")
        .post("/v1/services")
        .statusCode();
  }

  @Test
  void aTokenOpensWhatTheGreatestOfItsGroupsOpens() {
    String user = OidcWiremockTestResource.getAccessToken("alice", Set.of("user", "others"));
    String admin = OidcWiremockTestResource.getAccessToken("root", Set.of("user", "admin"));

    with(user)
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("actor", equalTo("alice"))
        .body("role", equalTo("VIEWER"));
    with(admin).get("/v1/session").then().body("role", equalTo("ADMIN"));
    assertThat(makesAService(user)).isEqualTo(403);
    assertThat(makesAService(admin)).isEqualTo(201);
  }

  @Test
  void whoIsInNoGroupOfOursIsForbidden() {
    with(OidcWiremockTestResource.getAccessToken("alice", Set.of("others")))
        .get("/v1/session")
        .then()
        .statusCode(403);
  }

  @Test
  void aTokenWithTheSignatureOfAnotherOpensNothing() {
    String right = OidcWiremockTestResource.getAccessToken("alice", Set.of("admin"));
    String other = OidcWiremockTestResource.getAccessToken("bob", Set.of("admin"));
    String mixed =
        right.substring(0, right.lastIndexOf('.')) + other.substring(other.lastIndexOf('.'));
    with(mixed).get("/v1/session").then().statusCode(401).body("code", equalTo("INVALID_TOKEN"));
  }
}
