package io.weir.control.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.Expiry;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.Role;
import io.weir.control.ApiDocument;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.Given;
import io.weir.control.key.WithKeys;
import io.weir.ledger.Ledger;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logging in to the console with a key, and all that ends it. */
@ControlApi
@TestProfile(WithKeys.class)
class SessionTest {
  private static final String COOKIE = "weir_session";
  private static final String PATH = "/v1/upstreams/upstream-aaaaaaaa";

  @Inject Given keys;
  @Inject Ledger ledger;

  private static Response logIn(KeySecret secret) {
    Response answer = Given.with(secret).post("/v1/session");
    answer.then().statusCode(200).header("Cache-Control", "no-store");
    return answer;
  }

  private static RequestSpecification with(String session) {
    return given().cookie(COOKIE, session);
  }

  private String session(Role role) {
    return logIn(keys.key(role)).cookie(COOKIE);
  }

  private static void ended(Response answer, String code) {
    answer.then().statusCode(401).body("code", equalTo(code));
  }

  private Chain now() {
    return ledger.image().await().atMost(Duration.ofSeconds(30)).provenance().chain();
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSitesAndHoldsNoKey() {
    KeySecret secret = keys.key(Role.VIEWER);
    String cookie = logIn(secret).header("Set-Cookie");
    assertThat(cookie)
        .startsWith(COOKIE + "=")
        .contains("HTTPOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
        .doesNotContain("Secure", "Domain", secret.text());
  }

  @Test
  void behindTlsTheCookieGoesOverNothingElse() {
    Given.with(keys.key(Role.VIEWER))
        .header("X-Forwarded-Proto", "https")
        .post("/v1/session")
        .then()
        .statusCode(200)
        .header("Set-Cookie", containsString("Secure"));
  }

  @Test
  void whoIsLoggedInMayDoWhatHisKeyMayInItsName() {
    KeySecret secret = keys.key(Role.OPERATOR);
    String session = logIn(secret).cookie(COOKIE);
    Response who = with(session).get("/v1/session");
    ApiDocument.read().describes("Session", who);
    String name = who.jsonPath().getString("actor");
    who.then().body("role", equalTo("OPERATOR"));

    Chain before = now();
    String id =
        with(session)
            .contentType("application/json")
            .body("{\"name\":\"" + Gateway.name("made") + "\"}")
            .header("Weir-Actor", "somebody else")
            .post("/v1/services")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    Envelope made =
        ledger.events().after(before, 100).stream()
            .map(Recorded::envelope)
            .filter(envelope -> envelope.stream().equals("service/" + id))
            .findFirst()
            .orElseThrow();
    assertThat(made.actor()).isEqualTo(name);
    assertThat(made.authentication()).isEqualTo(Authentication.key(secret.keyId()));
    with(session).get("/v1/attempts").then().statusCode(403).body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void whoLoggedOutIsNobodyWhateverCookieHeKept() {
    String session = session(Role.VIEWER);
    with(session).get(PATH).then().statusCode(404);
    with(session)
        .delete("/v1/session")
        .then()
        .statusCode(204)
        .header("Set-Cookie", containsString("Max-Age=0"));
    ended(with(session).get(PATH), "UNAUTHENTICATED");
  }

  @Test
  void aRevokedKeyEndsItsSessionsAtOnce() {
    KeySecret secret = keys.key(Role.ADMIN);
    String session = logIn(secret).cookie(COOKIE);
    with(session).get(PATH).then().statusCode(404);
    Given.with(keys.key(Role.ADMIN)).delete("/v1/keys/" + secret.keyId()).then().statusCode(204);
    ended(with(session).get(PATH), "KEY_REVOKED");
  }

  @Test
  void anExpiredKeyEndsItsSessions() {
    Instant soon = Instant.now().plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    String session = logIn(keys.key(Role.VIEWER, new Expiry(soon))).cookie(COOKIE);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> ended(with(session).get(PATH), "KEY_EXPIRED"));
  }

  @Test
  void aCookieThatIsNoSessionOpensNothing() {
    for (String wrong : List.of("", "x", "A".repeat(43), "A".repeat(4000), "' or 1=1 --")) {
      ended(with(wrong).get(PATH), "UNAUTHENTICATED");
    }
  }

  @Test
  void aWrongKeyIsNotForgivenForARightCookie() {
    String session = session(Role.ADMIN);
    ended(with(session).header("Authorization", "Bearer weir_x").get(PATH), "INVALID_KEY");
  }

  @Test
  void aPageOfAnotherOriginDoesNothingWithTheCookie() {
    String session = session(Role.ADMIN);
    Chain before = now();
    for (List<String> header :
        List.of(
            List.of("Origin", "http://evil.example"),
            List.of("Origin", "http://localhost:1"),
            List.of("Origin", "null"),
            List.of("Sec-Fetch-Site", "cross-site"),
            List.of("Sec-Fetch-Site", "same-site"))) {
      with(session)
          .contentType("application/json")
          .body("{\"name\":\"evil\"}")
          .header(header.getFirst(), header.getLast())
          .post("/v1/services")
          .then()
          .statusCode(403)
          .body("code", equalTo("FOREIGN_ORIGIN"));
    }
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      with(session)
          .contentType(type)
          .body("{\"name\":\"evil\"}")
          .post("/v1/services")
          .then()
          .statusCode(415);
    }
    assertThat(
            ledger.events().after(before, 100).stream()
                .map(Recorded::envelope)
                .filter(envelope -> envelope.stream().startsWith("service/")))
        .isEmpty();
  }

  @Test
  void aSessionBeginsNoOtherAndMakesNoLink() {
    String session = session(Role.ADMIN);
    for (String path : List.of("/v1/session", "/v1/session/links")) {
      Response answer = with(session).post(path);
      answer
          .then()
          .statusCode(400)
          .body("code", equalTo("BAD_REQUEST"))
          .body("detail", containsString("Authorization"));
      assertThat(answer.cookies()).isEmpty();
    }
    with(session).get("/v1/session").then().statusCode(200);
  }

  @Test
  void aLinkLogsInOnceAndSaysSoTheSecondTime() {
    KeySecret secret = keys.key(Role.ADMIN);
    Response made = Given.with(secret).post("/v1/session/links");
    made.then().statusCode(201).header("Cache-Control", "no-store");
    ApiDocument.read().describes("LoginLink", made);
    String path = made.jsonPath().getString("path");
    assertThat(made.asString()).doesNotContain(secret.text());
    ended(with(path.substring("/login/".length())).get(PATH), "UNAUTHENTICATED");

    Response first = given().redirects().follow(false).get(path);
    first.then().statusCode(303).header("Location", "/").header("Cache-Control", "no-store");
    with(first.cookie(COOKIE)).get("/v1/keys/" + secret.keyId()).then().statusCode(200);

    for (String used : List.of(path, "/login/" + "A".repeat(43), "/login/x")) {
      Response second = given().redirects().follow(false).get(used);
      second.then().statusCode(410).contentType("text/html");
      assertThat(second.asString()).contains("does not work any more", "./weir open");
      assertThat(second.cookies()).isEmpty();
    }
  }

  @Test
  void aLinkOfARevokedKeyOpensNothing() {
    KeySecret secret = keys.key(Role.ADMIN);
    String path = Given.with(secret).post("/v1/session/links").jsonPath().getString("path");
    Given.with(keys.key(Role.ADMIN)).delete("/v1/keys/" + secret.keyId()).then().statusCode(204);
    String session = given().redirects().follow(false).get(path).cookie(COOKIE);
    ended(with(session).get(PATH), "KEY_REVOKED");
  }
}
