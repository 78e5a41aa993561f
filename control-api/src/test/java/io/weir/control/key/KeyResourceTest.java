package io.weir.control.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.contracts.value.VpcId;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** API keys as administrators see them. */
@ControlApi
@TestProfile(WithKeys.class)
class KeyResourceTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();

  @Inject Given keys;
  @Inject Gateway gateway;
  @Inject Pool pool;

  private KeySecret admin;

  @BeforeEach
  void administrator() {
    admin = keys.key(Role.ADMIN);
  }

  private static String body(String name, String more) {
    return "{\"name\":\"%s\",\"role\":\"OPERATOR\"%s}".formatted(name, more);
  }

  @Test
  void theSecretIsShownOnceAndOpens() {
    String vpc = gateway.vpc().value();
    String name = Gateway.name("deployer");
    Response made =
        Given.with(
                admin,
                body(
                    name,
                    ",\"scope\":[\"%s\"],\"expiresAt\":\"2999-01-01T00:00:00Z\"".formatted(vpc)))
            .post("/v1/keys");
    made.then().statusCode(201).header("Cache-Control", "no-store").header("ETag", "\"1\"");
    DOCUMENT.describes("MadeKey", made);
    KeySecret secret = new KeySecret(made.jsonPath().getString("key"));
    assertThat(secret.keyId().value()).isEqualTo(made.jsonPath().getString("id"));

    Response read = Given.with(secret).get("/v1/upstreams/upstream-aaaaaaaa");
    read.then().statusCode(404);
    Response shown = Given.with(admin).get("/v1/keys/" + secret.keyId());
    DOCUMENT.describes("Key", shown);
    shown
        .then()
        .statusCode(200)
        .body("name", equalTo(name))
        .body("key", nullValue())
        .body("scope[0]", equalTo(vpc));
    assertThat(shown.asString()).doesNotContain(secret.text());
  }

  @Test
  void aRepeatedRequestMakesNoSecondKeyAndDoesNotShowTheSecretAgain() {
    String attempt = UUID.randomUUID().toString();
    String body = body(Gateway.name("once"), "");
    Response first = Given.with(admin, body).header("Idempotency-Key", attempt).post("/v1/keys");
    Response again = Given.with(admin, body).header("Idempotency-Key", attempt).post("/v1/keys");
    String secret = first.then().statusCode(201).extract().path("key");
    again.then().statusCode(201).header("Idempotency-Replayed", "true").body("key", nullValue());
    assertThat(again.jsonPath().getString("id")).isEqualTo(first.jsonPath().getString("id"));
    assertThat(whereItIs(secret)).isEmpty();
  }

  @Test
  void whoOnlyTriesToRevokeAKeyLeavesItOpen() {
    Response made = Given.with(admin, body(Gateway.name("tried"), "")).post("/v1/keys");
    KeySecret secret = new KeySecret(made.then().statusCode(201).extract().path("key"));
    String path = "/v1/keys/" + secret.keyId();
    Given.with(admin)
        .delete(path + "?dry_run=true")
        .then()
        .statusCode(200)
        .body("events.type", contains("key.revoked.v1"));
    Given.with(secret).get("/v1/session").then().statusCode(200);
    Given.with(admin).delete(path).then().statusCode(204);
    Given.with(secret).get("/v1/session").then().statusCode(401);
  }

  /** Every column of every table that holds a text. */
  private Map<String, Long> whereItIs(String secret) {
    Map<String, Long> found = new TreeMap<>();
    var columns =
        pool.query(
                "select table_schema || '.' || table_name as t, column_name as c"
                    + " from information_schema.columns where table_schema in ('ledger', 'public')")
            .execute()
            .await()
            .atMost(Duration.ofSeconds(30));
    assertThat(columns.size()).isGreaterThan(30);
    columns.forEach(
        column -> {
          String name = column.getString("t") + "." + column.getString("c");
          long rows =
              Objects.requireNonNull(
                  pool.query(
                          "select count(*) as n from %s where %s::text like '%%%s%%'"
                              .formatted(column.getString("t"), column.getString("c"), secret))
                      .execute()
                      .await()
                      .atMost(Duration.ofSeconds(30))
                      .iterator()
                      .next()
                      .getLong("n"));
          if (rows > 0) {
            found.put(name, rows);
          }
        });
    return found;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|/name",
        "{\"name\":\"a\"}|/role",
        "{\"name\":\"a b\",\"role\":\"ADMIN\"}|/name",
        "{\"name\":\"a\",\"role\":\"admin\"}|/role",
        "{\"name\":\"a\",\"role\":\"ADMIN\",\"scope\":[\"vpc-aaaaaaaa\"]}|/scope",
        "{\"name\":\"a\",\"role\":\"OPERATOR\",\"scope\":[7]}|/scope/0",
        "{\"name\":\"a\",\"role\":\"OPERATOR\",\"scope\":[\"upstream-aaaaaaaa\"]}|/scope",
        "{\"name\":\"a\",\"role\":\"OPERATOR\",\"scope\":[\"vpc-aaaaaaaa\"]}|/scope",
        "{\"name\":\"a\",\"role\":\"VIEWER\",\"expiresAt\":\"tomorrow\"}|/expiresAt",
        "{\"name\":\"a\",\"role\":\"VIEWER\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}|/expiresAt",
        "{\"name\":\"a\",\"role\":\"VIEWER\",\"key\":\"mine\"}|/key",
      })
  void whatIsWrongIsNamed(String body, String pointer) {
    Given.with(admin, body)
        .post("/v1/keys")
        .then()
        .statusCode(400)
        .body("code", equalTo("VALIDATION_FAILED"))
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void aNameIsOneKeysUntilThatIsRevoked() {
    String name = Gateway.name("taken");
    String id =
        Given.with(admin, body(name, ""))
            .post("/v1/keys")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Given.with(admin, body(name, ""))
        .post("/v1/keys")
        .then()
        .statusCode(409)
        .body("code", equalTo("NAME_TAKEN"));
    Given.with(admin).header("If-Match", "\"9\"").delete("/v1/keys/" + id).then().statusCode(412);
    Given.with(admin).delete("/v1/keys/" + id).then().statusCode(204);
    Given.with(admin).delete("/v1/keys/" + id).then().statusCode(404);
    Given.with(admin, body(name, "")).post("/v1/keys").then().statusCode(201);
    Given.with(admin).get("/v1/keys/no-key").then().statusCode(404);
  }

  @Test
  void aRefusedKeyIsOneAttempt() {
    String name = Gateway.name("twice");
    Given.with(admin, body(name, "")).post("/v1/keys").then().statusCode(201);
    String correlation = UUID.randomUUID().toString();
    Given.with(admin, body(name, ""))
        .header("X-Request-Id", correlation)
        .post("/v1/keys")
        .then()
        .statusCode(409)
        .header("X-Request-Id", equalTo(correlation));
    // what is refused later is written down after it
    Given.with(admin, "{}").header("X-Request-Id", "after-" + correlation).post("/v1/keys");
    await().atMost(Duration.ofSeconds(30)).until(() -> attempts().contains("after-" + correlation));
    assertThat(attempts().stream().filter(correlation::equals)).hasSize(1);
  }

  private List<String> attempts() {
    return Given.with(admin)
        .get("/v1/attempts?operation=POST /v1/keys&limit=100")
        .jsonPath()
        .getList("items.correlation");
  }

  @Test
  void aScopeLimitsWhatAnOperatorChangesAndTheRefusalNamesWhatLiesOutside() {
    String mine = gateway.vpc().value();
    var other = gateway.vpc();
    KeySecret secret = keys.key(Role.OPERATOR, mine);
    String inside = Gateway.upstreamBody(Gateway.name("in"), new VpcId(mine));
    String id =
        Given.with(secret, inside)
            .post("/v1/upstreams")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Given.with(secret, Gateway.upstreamBody(Gateway.name("out"), other))
        .post("/v1/upstreams")
        .then()
        .statusCode(403)
        .body("code", equalTo("OUT_OF_SCOPE"))
        .body("detail", containsString(mine));
    Given.with(secret)
        .contentType("application/merge-patch+json")
        .body("{\"vpcId\":\"" + other + "\"}")
        .patch("/v1/upstreams/" + id)
        .then()
        .statusCode(403);
    Given.with(secret, "{\"name\":\"" + Gateway.name("shared") + "\"}")
        .post("/v1/services")
        .then()
        .statusCode(403)
        .body("code", equalTo("OUT_OF_SCOPE"));
    Given.with(secret).get("/v1/upstreams/" + id).then().statusCode(200);
    Given.with(secret).delete("/v1/upstreams/" + id).then().statusCode(204);
  }
}
