package io.weir.registry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.ledger.Answer;
import io.weir.ledger.CommandContext;
import io.weir.ledger.Ledger;
import io.weir.ledger.key.CreateKey;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What control-api passes on is believed for the key that is in it, and for nothing else. */
@InstanceRegistry
@TestProfile(ProvenCallerTest.WithKeys.class)
class ProvenCallerTest {
  /** The service as it is unless somebody says otherwise. */
  public static class WithKeys implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("weir.auth", "keys");
    }
  }

  @Inject Ledger ledger;
  @Inject DataSource database;

  private final KeyId id = KeyId.random();
  private final KeySecret secret = KeySecret.random(id);
  private final String name = Http.unique("caller");

  private void key(Role role) {
    ledger
        .append(
            new CreateKey(
                id, new KeySettings(new Name(name), role, Scope.ALL, null), Hash.of(secret.text())),
            new CommandContext("tester", Authentication.NONE, Scope.ALL, null, null, "test", null),
            image -> new Answer(204, null, Map.of()))
        .await()
        .atMost(Duration.ofSeconds(30));
  }

  private RequestSpecification request(String correlation) {
    return Http.json("{'name':'%s'}", Http.unique("edge"))
        .header("X-Request-Id", correlation)
        .header("X-Forwarded-For", "192.0.2.7")
        .header("Weir-Actor", "mallory");
  }

  @Test
  void whoShowsNoKeyIsNobodyWhereverHeAsksFrom() {
    request("x").post("/v1/vpcs").then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
    given().get("/v1/replicas").then().statusCode(401);
    given().get("/q/health/live").then().statusCode(200);
  }

  @Test
  void theKeySaysWhoItWasAndTheProxyFromWhere() throws SQLException {
    key(Role.OPERATOR);
    String correlation = UUID.randomUUID().toString();
    request(correlation)
        .header("Authorization", "Bearer " + secret.text())
        .post("/v1/vpcs")
        .then()
        .statusCode(201);
    assertThat(
            recorded(
                "select actor || ' ' || authentication || ' ' || source_address from ledger.command"
                    + " where name = 'create-vpc' and correlation = ?",
                correlation))
        .isEqualTo("%s key/%s 192.0.2.7".formatted(name, id));
    assertThat(
            recorded(
                "select actor || ' ' || authentication from ledger.event where type ="
                    + " 'vpc.created.v1' and correlation = ?",
                correlation))
        .isEqualTo("%s key/%s".formatted(name, id));
  }

  @Test
  void theRoleIsLookedAtHereToo() {
    key(Role.VIEWER);
    request("x")
        .header("Authorization", "Bearer " + secret.text())
        .post("/v1/vpcs")
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  private String recorded(String sql, String correlation) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(sql)) {
      statement.setString(1, correlation);
      var rows = statement.executeQuery();
      assertThat(rows.next()).isTrue();
      return rows.getString(1);
    }
  }
}
