package io.weir.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the HTTP layer has to say, byte by byte, before any resource is asked. */
@QuarkusTest
@QuarkusTestResource(PostgresAlone.class)
@Tag("slow")
class EdgeTest {
  @TestHTTPResource URI service;

  private String answer(String method, String target, String... headers) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      String head = method + " " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
      for (String header : headers) {
        head += header + "\r\n";
      }
      socket.getOutputStream().write((head + "\r\n").getBytes(ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/things?name=%, 400, BAD_REQUEST",
    "GET, /v1/things?name=%zz, 400, BAD_REQUEST",
    "GET, /%zz, 400, BAD_REQUEST",
    "GET, /v1/%zz, 400, BAD_REQUEST",
    "FOO, /v1/things/a, 405, METHOD_NOT_ALLOWED",
    "TRACE, /q/health, 405, METHOD_NOT_ALLOWED",
    "DELETE, /openapi, 405, METHOD_NOT_ALLOWED",
    "OPTIONS, /v1/nothing, 404, NOT_FOUND",
    "GET, /v1, 404, NOT_FOUND",
  })
  void whateverIsRefusedIsAProblemWithTheNameOfItsRequest(
      String method, String target, int status, String code) throws IOException {
    assertThat(answer(method, target, "X-Request-Id: mine"))
        .startsWith("HTTP/1.1 " + status)
        .containsIgnoringCase("content-type: application/problem+json")
        .containsIgnoringCase("x-request-id: mine")
        .contains("\"code\":\"" + code + "\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_097, 20_000, 60_000})
  void aUriThatIsTooLongIsAProblem(int length) throws IOException {
    String target = "/v1/things?name=" + "a".repeat(length - "/v1/things?name=".length());
    assertThat(answer("GET", target))
        .startsWith("HTTP/1.1 414")
        .containsIgnoringCase("x-request-id: ")
        .contains("\"code\":\"URI_TOO_LONG\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/things | GET, HEAD, OPTIONS, POST",
        "/v1/things/ | GET, HEAD, OPTIONS, POST",
        "/v1/%74hings/a | GET, HEAD, OPTIONS, PATCH",
        "/openapi | GET, HEAD, OPTIONS",
        "/q/health/ready | GET, HEAD, OPTIONS",
      })
  void optionsTellsWhatThePathHas(String target, String methods) throws IOException {
    assertThat(answer("OPTIONS", target))
        .startsWith("HTTP/1.1 204")
        .containsIgnoringCase("allow: " + methods + "\r\n");
  }

  @Test
  void theHeadOfAReadIsThatOfTheReadItself() throws IOException {
    assertThat(answer("HEAD", "/v1/things/a"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("etag: \"3\"")
        .endsWith("\r\n\r\n");
  }

  @Test
  void anAcceptThatCannotBeServedIsAnsweredAsIfItWereNotThere() throws IOException {
    assertThat(answer("GET", "/v1/things/a", "Accept: image/png"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("content-type: application/json");
  }
}
