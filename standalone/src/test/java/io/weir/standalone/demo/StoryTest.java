package io.weir.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weir.standalone.home.ComplaintException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Scripts, against a management API that makes things at position 7 and lets none of them go. */
class StoryTest {

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger lists = new AtomicInteger();
  private @Nullable HttpServer management;
  private Story story = new Story(URI.create("http://localhost"));

  @BeforeEach
  void start() throws IOException {
    management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    management.createContext("/v1/", this::answer);
    management.start();
    story = new Story(URI.create("http://localhost:" + management.getAddress().getPort()));
  }

  @AfterEach
  void stop() {
    management.stop(0);
  }

  @Test
  void whatIsMadeHasItsNameInLaterLines() throws Exception {
    story.name("admin", "weir_secret");
    play(
        """
        Something is made
        as admin
        thing = POST /v1/things
          {"name": "first"}
        at    = PATCH /v1/things/{thing} {"retries": 3}
        as nobody
        GET /v1/things/{thing}?at={at} => 200 "retries":3
        """);

    assertThat(asked)
        .containsExactly(
            "weir_secret POST /v1/things {\"name\": \"first\"}",
            "weir_secret PATCH /v1/things/thing-1 {\"retries\": 3}",
            " GET /v1/things/thing-1?at=7 ");
    assertThat(story.position()).isEqualTo(7);
    assertThat(story.isTrue()).isTrue();
  }

  @Test
  void aRefusalIsPromisedWithItsStatusAndItsWords() throws Exception {
    play("DELETE /v1/things/thing-1 => 409 thing-1 is used");
    assertThat(story.isTrue()).isTrue();
    play("DELETE /v1/things/thing-1 => 409 thing-2");
    assertThat(story.isTrue()).isFalse();
  }

  @Test
  void anotherStatusThanPromisedIsAFailure() throws Exception {
    play("DELETE /v1/things/thing-1 => 404 thing-1 is used");
    assertThat(story.isTrue()).isFalse();
  }

  @Test
  void aRefusalThatNobodyPromisedEndsTheTour() {
    assertThatThrownBy(() -> play("DELETE /v1/things/thing-1"))
        .isInstanceOf(ComplaintException.class)
        .hasMessageStartingWith("DELETE /v1/things/thing-1 answered 409: ")
        .hasMessageContaining("thing-1 is used");
  }

  @Test
  void aListIsReadAgainUntilItHasWhatIsPromised() throws Exception {
    play(
        """
        list /v1/things?limit=5
          | %-20s by %s
          | /name,/id /actor,nobody
          | third by nobody
        """);
    assertThat(story.isTrue()).isTrue();
    assertThat(asked).hasSizeGreaterThanOrEqualTo(4).containsOnly(" GET /v1/things?limit=5 ");
  }

  @Test
  void anActionIsTakenByItsName() throws Exception {
    AtomicInteger taken = new AtomicInteger();
    story.play("A title\ndo it\ndo it\n", Map.of("it", taken::incrementAndGet));
    assertThat(taken).hasValue(2);
  }

  private void play(String script) throws Exception {
    story.play(script, Map.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String method = exchange.getRequestMethod();
    String uri = exchange.getRequestURI().toString();
    asked.add(
        String.join(" ", key == null ? "" : key.replaceFirst("Bearer ", ""), method, uri, body));
    switch (method) {
      case "POST" -> answer(exchange, 201, "{\"id\":\"thing-1\"}");
      case "DELETE" -> answer(exchange, 409, "{\"detail\":\"thing-1 is used\"}");
      case "GET" -> {
        if (uri.startsWith("/v1/things?")) {
          String name = lists.incrementAndGet() < 3 ? "second" : "third";
          answer(exchange, 200, "{\"items\":[{\"name\":\"%s\",\"actor\":null}]}".formatted(name));
        } else {
          answer(exchange, 200, "{\"retries\":3}");
        }
      }
      default -> answer(exchange, 200, "{\"retries\":3}");
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Weir-Position", "7");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
