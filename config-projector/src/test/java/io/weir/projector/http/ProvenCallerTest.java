package io.weir.projector.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.Scope;
import io.weir.projector.kit.ProjectorFixture;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rebuild is begun by who may, which this service looks up in the ledger itself. */
@QuarkusTest
@TestProfile(ProvenCallerTest.WithKeys.class)
class ProvenCallerTest extends ProjectorFixture {
  /** The service as it is unless somebody says otherwise. */
  public static class WithKeys implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("weir.auth", "keys");
    }
  }

  /** What of the ledger's tables is looked at. */
  @BeforeEach
  void ledgerTables() {
    for (String sql :
        new String[] {
          "create schema if not exists ledger",
          "create table if not exists ledger.api_key_secret (key_id text, sha256 bytea)",
          "create table if not exists ledger.event"
              + " (stream text, version bigint, type text, data text)"
        }) {
      database.query(sql);
    }
  }

  private KeySecret key(Role role) {
    KeyId id = KeyId.random();
    KeySecret secret = KeySecret.random(id);
    var created = new KeyCreated(id, new KeySettings(new Name("caller"), role, Scope.ALL, null));
    database.query(
        "insert into ledger.api_key_secret values ('%s', decode('%s', 'hex'))"
            .formatted(id, Hash.of(secret.text())));
    database.query(
        "insert into ledger.event values ('key/%s', 1, 'key.created.v1', '%s')"
            .formatted(id, EventCodec.CURRENT.encode(created)));
    return secret;
  }

  private static ValidatableResponse begin(KeySecret secret) {
    return given().header("Authorization", "Bearer " + secret.text()).post("/v1/rebuilds").then();
  }

  @Test
  void nobodyAndWhoMayNotBeginsNone() {
    given()
        .post("/v1/rebuilds")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("Bearer"))
        .body("code", equalTo("UNAUTHENTICATED"));
    begin(KeySecret.random(KeyId.random())).statusCode(401).body("code", equalTo("INVALID_KEY"));
    begin(key(Role.OPERATOR)).statusCode(403).body("code", equalTo("FORBIDDEN"));
    given()
        .header("Authorization", "Bearer " + key(Role.VIEWER).text())
        .get("/v1/rebuilds")
        .then()
        .statusCode(200);
  }

  @Test
  void anAdministratorBeginsOne() {
    begin(key(Role.ADMIN)).statusCode(202);
  }
}
