package io.weir.control.key;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.vertx.core.Vertx;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.guard.access.AccessTable;
import io.weir.guard.access.Operation;
import io.weir.ledger.Ledger;
import io.weir.ledger.LedgerOptions;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.key.RevokeKey;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is answered, and who is told why not. */
@ControlApi
@TestProfile(WithKeys.class)
class CallersTest {
  private static final String PATH = "/v1/upstreams/upstream-aaaaaaaa";

  @Inject Given keys;
  @Inject Ledger ledger;
  @Inject Mutiny.SessionFactory sessions;
  @Inject Vertx vertx;

  private static void refused(Response answer, int status, String code, String challenge) {
    answer
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString(challenge))
        .body("code", equalTo(code))
        .body("status", equalTo(status));
  }

  @Test
  void nobodyIsAnsweredBelowV1AndTheAnswerSaysHowToAsk() {
    for (Operation operation : AccessTable.operations()) {
      String path = operation.path().replaceAll("\\{[^}]*}", "x");
      Response answer = given().request(operation.method(), path);
      refused(answer, 401, "UNAUTHENTICATED", "Bearer realm=\"weir\"");
    }
    refused(given().get("/v1/nothing"), 401, "UNAUTHENTICATED", "Bearer");
    refused(given().get("/v1"), 401, "UNAUTHENTICATED", "Bearer");
  }

  @Test
  void noSpellingOfAPathLeadsPastTheQuestion() {
    for (String path :
        List.of(
            "/v1//upstreams",
            "//v1/upstreams",
            "/v1;a=b/upstreams",
            "/%76%31/upstreams",
            "/x/../v1/upstreams",
            "/x/%2e%2e/v1/upstreams",
            "/v1/upstreams/",
            "/v1/./upstreams")) {
      int status = given().urlEncodingEnabled(false).get(path).statusCode();
      assertThat(status).as(path).isIn(401, 400);
    }
  }

  @Test
  void whatTellsNothingOfTheConfigurationIsForEverybody() {
    for (String path :
        List.of("/", "/q/health/live", "/q/health/ready", "/q/metrics", "/openapi")) {
      given().get(path).then().statusCode(200);
    }
  }

  @Test
  void aKeyOpensAndItsNameIsWhoDidItWhateverElseTheRequestSays() {
    KeySecret secret = keys.key(Role.OPERATOR);
    Given.with(secret).get(PATH).then().statusCode(404);
    Chain before = image().provenance().chain();
    String id =
        Given.with(secret, "{\"name\":\"" + Gateway.name("made") + "\"}")
            .header("Weir-Actor", "somebody else")
            .post("/v1/services")
            .jsonPath()
            .getString("id");
    Envelope made =
        ledger.events().after(before, 100).stream()
            .map(Recorded::envelope)
            .filter(envelope -> envelope.stream().equals("service/" + id))
            .findFirst()
            .orElseThrow();
    Key key = image().keys().get(secret.keyId());
    assertThat(made.actor()).isEqualTo(key.settings().name().value());
    assertThat(made.authentication()).isEqualTo(Authentication.key(secret.keyId()));
  }

  @Test
  void theFirstUseOfAKeyIsRecordedOnce() {
    KeySecret secret = keys.key(Role.VIEWER);
    assertThat(image().keys().get(secret.keyId()).used()).isFalse();
    Given.with(secret).get(PATH).then().statusCode(404);
    await().atMost(Duration.ofSeconds(10)).until(() -> image().keys().get(secret.keyId()).used());
    long version = image().keys().get(secret.keyId()).revision().version();
    Given.with(secret).get(PATH).then().statusCode(404);
    assertThat(image().keys().get(secret.keyId()).revision().version())
        .isEqualTo(version)
        .isEqualTo(2);
  }

  private GatewayImage image() {
    return ledger.image().await().atMost(Duration.ofSeconds(30));
  }

  @Test
  void aKeyThatIsNoneOrNotAsItWasShownOpensNothing() {
    String right = keys.key(Role.ADMIN).text();
    KeySecret unknown = KeySecret.random(KeyId.random());
    KeySecret forged = KeySecret.random(new KeySecret(right).keyId());
    for (String wrong :
        List.of(
            unknown.text(),
            forged.text(),
            right.substring(0, right.length() - 1),
            right + "0",
            right.toUpperCase(Locale.ROOT),
            "weir_",
            "eyJhbGciOiJub25lIn0.e30.",
            "")) {
      Response answer = given().header("Authorization", "Bearer " + wrong).get(PATH);
      refused(answer, 401, "INVALID_KEY", "error=\"invalid_token\"");
      assertThat(answer.asString()).doesNotContain(right);
    }
    for (String scheme : List.of("Basic " + right, "Digest x", right)) {
      refused(
          given().header("Authorization", scheme).get(PATH), 401, "INVALID_KEY", "invalid_token");
    }
    given().header("Authorization", "bEaReR   " + right).get(PATH).then().statusCode(404);
  }

  @Test
  void twoAuthorizationHeadersAreRefusedEvenIfOneIsRight() {
    String right = "Bearer " + keys.key(Role.ADMIN).text();
    refused(
        given().header("Authorization", right, "Bearer x").get(PATH),
        400,
        "BAD_REQUEST",
        "error=\"invalid_request\"");
  }

  @Test
  void aKeyInTheAddressIsRefusedWithAHint() {
    KeySecret secret = keys.key(Role.ADMIN);
    for (String name : List.of("access_token", "key", "x")) {
      Response answer = Given.with(secret).queryParam(name, secret.text()).get(PATH);
      refused(answer, 400, "BAD_REQUEST", "invalid_request");
      assertThat(answer.asString()).contains("revoke").doesNotContain(secret.text());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"_", "%5F", "%255f"})
  void aKeyInThePathIsRefusedAndNeitherShownNorKept(String underscore) {
    KeySecret admin = keys.key(Role.ADMIN);
    KeySecret leaked = keys.key(Role.ADMIN);
    String random = leaked.text().substring("weir_12345678_".length());
    String path = "/v1/keys/" + leaked.text().replace("_", underscore);
    String kept = leaked.text().replace(random, "***");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              // anew each time: of many that are refused at once, some are only counted
              Response answer = Given.with(admin).urlEncodingEnabled(false).delete(path);
              refused(answer, 400, "BAD_REQUEST", "invalid_request");
              assertThat(answer.asString()).contains("revoke").doesNotContain(random);
              return Given.with(admin)
                  .get("/v1/attempts?code=BAD_REQUEST&limit=100")
                  .jsonPath()
                  .getList("items.operation")
                  .contains("DELETE /v1/keys/" + kept);
            });
    assertThat(Given.with(admin).get("/v1/attempts?limit=100").asString()).doesNotContain(random);
    Given.with(leaked).get(PATH).then().statusCode(404);
  }

  @Test
  void aKeyInTheQueryIsFoundHoweverItIsEncoded() {
    KeySecret secret = keys.key(Role.ADMIN);
    for (String query : List.of(secret.text().replace("_", "%5F"), "access%5Ftoken=x")) {
      refused(
          Given.with(secret).urlEncodingEnabled(false).get(PATH + "?a=b&" + query),
          400,
          "BAD_REQUEST",
          "invalid_request");
    }
  }

  @Test
  void anExpiredKeyOpensNothingAndThatItExpiredIsRecorded() {
    Instant soon = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
    KeySecret secret = keys.key(Role.VIEWER, new Expiry(soon));
    KeySecret admin = keys.key(Role.ADMIN);
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(
            () ->
                refused(
                    Given.with(secret).get(PATH), 401, "KEY_EXPIRED", "error=\"invalid_token\""));
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                Given.with(admin)
                    .get("/v1/keys/" + secret.keyId())
                    .jsonPath()
                    .getBoolean("expired"));
  }

  @Test
  void aKeyThatIsRevokedHereOpensNothingFromThenOn() {
    KeySecret admin = keys.key(Role.ADMIN);
    KeySecret secret = keys.key(Role.VIEWER);
    Given.with(secret).get(PATH).then().statusCode(404);
    Given.with(admin).delete("/v1/keys/" + secret.keyId()).then().statusCode(204);
    refused(Given.with(secret).get(PATH), 401, "KEY_REVOKED", "error=\"invalid_token\"");
    Given.with(admin).get("/v1/keys/" + secret.keyId()).then().statusCode(404);
  }

  @Test
  void aKeyThatAnotherProcessRevokesOpensNothingASecondLater() {
    KeySecret secret = keys.key(Role.VIEWER);
    Given.with(secret).get(PATH).then().statusCode(404);
    try (var other = new Ledger(sessions, vertx, LedgerOptions.DEFAULTS)) {
      other
          .append(
              new RevokeKey(secret.keyId(), new Precondition(null, Set.of())),
              Ourselves.because("a test"),
              image -> Ourselves.ANSWER)
          .await()
          .atMost(Duration.ofSeconds(30));
    }
    await()
        .atMost(Duration.ofSeconds(1))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> Given.with(secret).get(PATH).statusCode() == 401);
  }

  @Test
  void everyRoleMayDoWhatTheTableSaysAndNothingElse() {
    List<String> wrong = new ArrayList<>();
    for (Role role : Role.values()) {
      KeySecret secret = keys.key(role);
      for (Operation operation : AccessTable.operations()) {
        String path = operation.path().replaceAll("\\{[^}]*}", "x");
        // which no operation knows, so that nothing begins to stream
        Response answer =
            Given.with(secret).queryParam("nonsense", 1).request(operation.method(), path);
        boolean forbidden = answer.statusCode() == 403;
        if (forbidden) {
          refused(answer, 403, "FORBIDDEN", "error=\"insufficient_scope\"");
          assertThat(answer.jsonPath().getString("detail"))
              .contains(role.name(), operation.id(), "ADMIN");
        }
        if (forbidden == operation.need().isMetBy(role) || answer.statusCode() == 401) {
          wrong.add(role + " " + operation.id() + " " + answer.statusCode());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void whatTheTableDoesNotKnowIsNotThere() {
    KeySecret admin = keys.key(Role.ADMIN);
    Given.with(admin).get("/v1/nothing").then().statusCode(404).body("code", equalTo("NOT_FOUND"));
    Given.with(admin)
        .patch("/v1/keys/key-aaaaaaaa")
        .then()
        .statusCode(405)
        .header("Allow", equalTo("DELETE, GET, HEAD, OPTIONS"));
    Given.with(admin).head("/v1/services").then().statusCode(anyOf(is(200), is(503)));
  }

  @Test
  void theAdminKeyInTheFileOpensAndIsForItsOwnerOnly() throws Exception {
    Path file = WithKeys.FILE;
    await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(file));
    KeySecret secret = new KeySecret(Files.readString(file).strip());
    await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> Given.with(secret).get("/v1/keys/" + secret.keyId()).statusCode() == 200);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }
}
