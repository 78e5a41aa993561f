package io.weir.control.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import io.weir.control.ControlApi;
import io.weir.control.Gateway;
import io.weir.control.key.WithKeys;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Tokens and logins of a Keycloak as it is shipped: with {@code -Dweir.keycloak=FILE}, the zip file
 * of its distribution.
 */
@EnabledIfSystemProperty(named = Keycloak.DISTRIBUTION, matches = ".+")
@ControlApi
@QuarkusTestResource(value = Keycloak.class, restrictToAnnotatedClass = true)
@TestProfile(WithKeys.class)
class KeycloakTest {
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

  @TestHTTPResource URI service;

  /** A browser on a loopback address sends cookies that are for TLS alone there, too. */
  private static final class Cookies extends CookieManager {
    Cookies() {
      super(null, CookiePolicy.ACCEPT_ALL);
    }

    @Override
    public void put(URI uri, Map<String, List<String>> headers) throws IOException {
      Map<String, List<String>> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      changed.putAll(headers);
      changed.computeIfPresent(
          "Set-Cookie",
          (_, all) ->
              all.stream().map(one -> one.replaceAll("(?i); *(secure|httponly)", "")).toList());
      super.put(uri, changed);
    }
  }

  private static String token(String user, String client) {
    return given()
        .formParam("grant_type", "password")
        .formParam("client_id", client)
        .formParam("username", user)
        .formParam("password", user)
        .post(Keycloak.url() + "/protocol/openid-connect/token")
        .then()
        .statusCode(200)
        .extract()
        .path("access_token");
  }

  private static RequestSpecification with(String token) {
    return given().header("Authorization", "Bearer " + token);
  }

  private static int makesAService(RequestSpecification as) {
    return as.contentType("application/json")
        .body("{\"name\":\"" + Gateway.name("made") + "\"}")
        .post("/v1/services")
        .statusCode();
  }

  @Test
  void aTokenForWeirOpensWhatTheRolesOfItsRealmOpen() {
    String operator = token("ada", "weir-cli");
    with(operator)
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("actor", equalTo("ada"))
        .body("role", equalTo("OPERATOR"))
        .body("authentication", equalTo("oidc/" + Keycloak.url()));
    assertThat(makesAService(with(operator))).isEqualTo(201);
    String viewer = token("bob", "weir-cli");
    with(viewer).get("/v1/session").then().body("role", equalTo("VIEWER"));
    assertThat(makesAService(with(viewer))).isEqualTo(403);
    with(token("eve", "weir-cli")).get("/v1/session").then().statusCode(403);
  }

  @Test
  void aTokenForSomebodyElseOpensNothing() {
    with(token("ada", "other"))
        .get("/v1/session")
        .then()
        .statusCode(401)
        .body("code", equalTo("INVALID_TOKEN"));
  }

  @Test
  void whoLogsInThereHasASessionHere() throws Exception {
    Cookies cookies = new Cookies();
    try (HttpClient browser =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build()) {
      var login = HttpRequest.newBuilder(service.resolve("/login/oidc")).build();
      HttpResponse<String> page = browser.send(login, BodyHandlers.ofString());
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      Matcher form = FORM.matcher(page.body());
      assertThat(form.find()).as(page.body()).isTrue();
      var filled =
          HttpRequest.newBuilder(page.uri().resolve(form.group(1).replace("&amp;", "&")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString("username=ada&password=ada"))
              .build();

      HttpResponse<String> console = browser.send(filled, BodyHandlers.ofString());

      assertThat(console.statusCode()).as(console.body()).isEqualTo(200);
      assertThat(console.uri().getPath()).isEqualTo("/ui/");
    }
    String session =
        cookies.getCookieStore().getCookies().stream()
            .filter(cookie -> cookie.getName().equals("weir_session"))
            .map(HttpCookie::getValue)
            .findFirst()
            .orElseThrow();
    given()
        .cookie("weir_session", session)
        .get("/v1/session")
        .then()
        .statusCode(200)
        .body("actor", equalTo("ada"))
        .body("role", equalTo("OPERATOR"));
  }
}
