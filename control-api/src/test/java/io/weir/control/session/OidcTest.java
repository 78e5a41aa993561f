package io.weir.control.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.weir.contracts.log.Authentication;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.contracts.value.ConsoleCookie;
import io.weir.contracts.value.Role;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.Given;
import io.weir.control.key.WithKeys;
import io.weir.ledger.Ledger;
import jakarta.inject.Inject;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Callers whom an issuer of tokens knows: programs by tokens, people by logging in there. */
@ControlApi
@QuarkusTestResource(value = Issuer.class, restrictToAnnotatedClass = true)
@TestProfile(OidcTest.WithIssuer.class)
class OidcTest {
  private static final String PATH = "/v1/upstreams/upstream-aaaaaaaa";

  /** Keys go on working beside. */
  public static class WithIssuer extends WithKeys {
    @Override
    public Map<String, String> getConfigOverrides() {
      return super.getConfigOverrides();
    }
  }

  @Inject Given keys;
  @Inject Ledger ledger;
  @TestHTTPResource URI service;

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static void refused(String token) {
    with(token)
        .get(PATH)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", containsString("error=\"invalid_token\""))
        .body("code", equalTo("INVALID_TOKEN"));
  }

  private Envelope recordedAfter(Chain before, String stream) {
    return ledger.events().after(before, 100).stream()
        .map(Recorded::envelope)
        .filter(envelope -> envelope.stream().equals(stream))
        .findFirst()
        .orElseThrow();
  }

  private Chain now() {
    return ledger.image().await().atMost(Duration.ofSeconds(30)).provenance().chain();
  }

  private static Response makeService(RequestSpecification as) {
    return as.contentType("application/json")
        .body("{\"name\":\"" + Gateway.name("made") + "\"}")
        .post("/v1/services");
  }

  @Test
  void aTokenOpensWhatItsRoleOpensAndSaysWhoItWas() {
    Chain before = now();
    String id =
        makeService(with(Issuer.token(Issuer.roles("something", "weir-operator"))))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    Envelope made = recordedAfter(before, "service/" + id);
    assertThat(made.actor()).isEqualTo("ada");
    assertThat(made.authentication()).isEqualTo(Authentication.oidc(Issuer.url()));
    with(Issuer.token(Issuer.roles("weir-operator"))).get("/v1/attempts").then().statusCode(403);
    makeService(with(Issuer.token(Issuer.roles("weir-viewer")))).then().statusCode(403);
    with(Issuer.token(Issuer.roles("weir-viewer"))).get(PATH).then().statusCode(404);
  }

  @Test
  void keysOpenAsBefore() {
    Given.with(keys.key(Role.VIEWER)).get(PATH).then().statusCode(404);
    with("weir_x").get(PATH).then().statusCode(401).body("code", equalTo("INVALID_KEY"));
    with("garbage").get(PATH).then().statusCode(401).body("code", equalTo("INVALID_KEY"));
    given().get(PATH).then().statusCode(401).body("code", equalTo("UNAUTHENTICATED"));
  }

  @Test
  void aTokenOfAnotherIssuerOpensNothing() {
    refused(Issuer.token(claims -> claims.setIssuer("https://other.example")));
    refused(Issuer.token(Issuer.key("here"), Issuer.roles("weir-admin")));
    refused(Issuer.token(Issuer.key("elsewhere"), Issuer.roles("weir-admin")));
  }

  @Test
  void aTokenOfAnotherTimeOrForSomebodyElseOpensNothing() {
    refused(
        Issuer.token(
            claims -> {
              Issuer.roles("weir-admin").accept(claims);
              claims.setExpirationTime(Issuer.anHourAgo());
            }));
    refused(Issuer.token(claims -> claims.setAudience("somebody-else")));
    // as ID tokens are, which say who somebody is and open nothing
    refused(
        Issuer.token(
            claims -> {
              Issuer.roles("weir-admin").accept(claims);
              claims.setAudience(Issuer.CLIENT);
            }));
    for (String claim : List.of("at_hash", "c_hash", "typ")) {
      // one that is for Weir, too
      refused(
          Issuer.token(
              claims -> {
                Issuer.roles("weir-admin").accept(claims);
                claims.setStringClaim(claim, "ID");
              }));
    }
    refused(Issuer.token(claims -> claims.unsetClaim("aud")));
    refused(Issuer.token(claims -> claims.unsetClaim("exp")));
  }

  @Test
  void aTokenThatWasTamperedWithOpensNothing() {
    String[] parts = Issuer.token(Issuer.roles("weir-viewer")).split("\\.", -1);
    String forged =
        new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
            .replace("weir-viewer", "weir-admin");
    String body = base64(forged);
    refused(parts[0] + "." + body + "." + parts[2]);
    refused(base64("{\"alg\":\"none\"}") + "." + body + ".");
    refused("a.b.c");
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aTokenThatNamesNobodyOpensNothingAndOneWithoutARoleIsForbidden() {
    refused(
        Issuer.token(
            claims -> {
              Issuer.roles("weir-admin").accept(claims);
              claims.setStringClaim("preferred_username", "x".repeat(101));
            }));
    for (String token : List.of(Issuer.token(claims -> {}), Issuer.token(Issuer.roles("admin")))) {
      with(token)
          .get(PATH)
          .then()
          .statusCode(403)
          .header("WWW-Authenticate", containsString("insufficient_scope"))
          .body("code", equalTo("FORBIDDEN"));
    }
  }

  @Test
  void aTokenBeginsNoSessionThatWouldOutliveIt() {
    with(Issuer.token(Issuer.roles("weir-admin"))).post("/v1/session").then().statusCode(400);
    with(Issuer.token(Issuer.roles("weir-admin"))).post("/v1/session/links").then().statusCode(400);
  }

  /** What a browser has after it logged in at the issuer. */
  private HttpResponse<String> logIn(CookieManager cookies) throws Exception {
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      return browser.send(
          HttpRequest.newBuilder(service.resolve("/login/oidc")).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static Optional<String> cookie(CookieManager cookies, String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().startsWith(name))
        .map(HttpCookie::getValue)
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  @Test
  void whoLogsInAtTheIssuerHasASessionInHisName() throws Exception {
    given().get("/login").then().body("methods", equalTo(List.of("key", "oidc")));
    Issuer.person = Issuer.roles("weir-operator");
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

    HttpResponse<String> console = logIn(cookies);

    assertThat(console.uri().getPath()).isEqualTo("/");
    assertThat(console.headers().firstValue("Location")).contains("/ui/");
    assertThat(cookie(cookies, "q_session")).isEmpty();
    String session = cookie(cookies, "weir_session").orElseThrow();
    assertThat(cookies.getCookieStore().getCookies())
        .filteredOn(cookie -> cookie.getName().equals("weir_session"))
        .allSatisfy(cookie -> assertThat(cookie.getMaxAge()).isEqualTo(3600));
    given()
        .cookie("weir_session", session)
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("actor", equalTo("ada"))
        .body("role", equalTo("OPERATOR"))
        .body("authentication", equalTo("oidc/" + Issuer.url()));
    Chain before = now();
    String id =
        makeService(given().cookie("weir_session", session))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    assertThat(recordedAfter(before, "service/" + id).authentication())
        .isEqualTo(Authentication.oidc(Issuer.url()));
    given().cookie("weir_session", session).delete("/v1/session").then().statusCode(204);
    given().cookie("weir_session", session).get(PATH).then().statusCode(401);
  }

  @Test
  void whatIsRememberedOfALoginAreCookiesThatTheDataPlaneKnows() {
    var began = given().redirects().follow(false).get("/login/oidc").cookies();

    assertThat(began).isNotEmpty();
    assertThat(began.keySet()).allMatch(ConsoleCookie::is);
  }

  @Test
  void whoHasNoRoleIsToldSoAndHasNoSession() throws Exception {
    Issuer.person = claims -> {};
    CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    HttpResponse<String> answer = logIn(cookies);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You have no role here");
    assertThat(cookie(cookies, "weir_session")).isEmpty();
  }

  @Test
  void aCodeThatWasNotAskedForHereLogsNobodyIn() {
    Issuer.person = Issuer.roles("weir-admin");
    Response answer =
        given().redirects().follow(false).get("/login/oidc?code=stolen&state=whatever");
    assertThat(answer.statusCode()).isIn(302, 401);
    assertThat(answer.cookies()).doesNotContainKey("weir_session");
  }
}
