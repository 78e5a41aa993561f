package io.weir.control.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.weir.control.ControlApi;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is given that opens the console. */
@ControlApi
class ConsoleFilesTest {
  private static Response get(String path, String accept) {
    return given()
        .config(
            RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()))
        .urlEncodingEnabled(false)
        .redirects()
        .follow(false)
        .header("Accept-Encoding", accept)
        .get(path);
  }

  private static List<String> assets() {
    return Pattern.compile("\"(/ui/assets/[^\"]+)\"")
        .matcher(get("/ui/", "identity").asString())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/ui"})
  void theConsoleIsWhereItIsLookedFor(String path) {
    get(path, "identity").then().statusCode(302).header("Location", "/ui/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/",
        "/ui/upstreams",
        "/ui/upstreams/upstream-aaaaaaaa/nodes",
        "/ui/a%2fb",
        "/ui/assets/../index",
      })
  void everyPathThatIsNoFileIsAPage(String path) {
    get(path, "identity")
        .then()
        .statusCode(200)
        .contentType(equalTo("text/html; charset=utf-8"))
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
        .body(containsString("<div id=\"root\">"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "br, gzip | br",
        "gzip, deflate, br;q=0.5 | br",
        "gzip | gzip",
        "br;q=0, gzip;q=1.0 | gzip",
        "br;q=0.000 | ",
        "deflate, zbr | ",
      })
  void filesComeAsCompressedAsTheyAreTaken(String accept, String coding) {
    assertThat(assets()).isNotEmpty();
    for (String asset : assets()) {
      get(asset, accept)
          .then()
          .statusCode(200)
          .header("Content-Encoding", coding == null ? nullValue() : equalTo(coding))
          .header("Vary", containsString("Accept-Encoding"))
          .header("Cache-Control", "public, max-age=31536000, immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/ui/assets/nothing-here.js",
        "/ui/package.json",
        "/ui/assets/a..js",
        "/ui/../ui.js",
        "/ui/%2e%2e/index.html"
      })
  void aFileThatIsNotThereIsNoPage(String path) {
    get(path, "br").then().statusCode(404).header("Cache-Control", "no-cache");
  }

  @Test
  void whoAsksForTheHeadGetsIt() {
    given().head("/ui/").then().statusCode(200).header("Cache-Control", "no-cache");
    given().head(assets().getFirst()).then().statusCode(200);
  }

  @Test
  void nothingIsLoadedFromElsewhere() {
    assertThat(get("/ui/", "identity").asString()).doesNotContain("http:", "https:", "<style");
  }
}
