package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code weir revert} before a management API that answers what the test says. */
class RevertCommandTest {
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> reasons = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private volatile int status = 200;
  private volatile String body = "{}";
  private volatile Map<String, String> headers = Map.of();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          reasons.add(String.valueOf(exchange.getRequestHeaders().getFirst("Weir-Reason")));
          headers.forEach(exchange.getResponseHeaders()::set);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private int weir(String... arguments) {
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(arguments);
  }

  private String url() {
    return "--url=http://127.0.0.1:" + server.getAddress().getPort();
  }

  @Test
  void whatWasRecordedIsALine() {
    status = 201;
    headers =
        Map.of(
            "Weir-Position", "43",
            "Weir-Events", "vpc.created.v1",
            "Location", "/v1/vpcs/vpc-4n5bfklc");
    assertThat(weir("revert", "41", url())).isZero();
    assertThat(asked).containsExactly("POST /v1/events/41/revert");
    assertThat(reasons).containsExactly("UTF-8''revert%20of%2041");
    assertThat(out.toString().strip()).isEqualTo("43  vpc.created.v1  /v1/vpcs/vpc-4n5bfklc");
  }

  @Test
  void anAnswerWithoutABodyIsOneToo() {
    status = 204;
    body = "";
    headers = Map.of("Weir-Position", "43", "Weir-Events", "vpc.deleted.v1");
    assertThat(weir("revert", "41", url(), "--reason=für *uns*")).isZero();
    assertThat(reasons).containsExactly("UTF-8''f%C3%BCr%20%2Auns%2A");
    assertThat(out.toString().strip()).isEqualTo("43  vpc.deleted.v1");
  }

  @Test
  void whereAllIsAsItWasNothingIsDone() {
    headers = Map.of("Weir-Position", "42");
    assertThat(weir("revert", "41", url())).isZero();
    assertThat(out.toString()).contains("nothing to put back");
  }

  @Test
  void aTrialTellsEventsAndChanges() {
    body =
        """
        {"events":[{"type":"upstream.nodes-changed.v1","subject":"upstream-4n5bfklc"}],
         "changes":[{"subject":"upstream-4n5bfklc","pointer":"/nodes/a:80/weight","from":7,"to":5}]}\
        """;
    assertThat(weir("revert", "41", url(), "--dry-run")).isZero();
    assertThat(asked).containsExactly("POST /v1/events/41/revert?dry_run=true");
    assertThat(out.toString())
        .contains("upstream.nodes-changed.v1 upstream-4n5bfklc")
        .contains("nodes/a:80/weight: 7 -> 5");
  }

  @Test
  void aRefusalIsSaidWithEachOfItsPlaces() {
    status = 409;
    body =
        """
        {"title":"Changed since","detail":"it is 9 now",
         "errors":[{"pointer":"/nodes/a:80/weight","detail":"was 7 after the event, and is 9 now"}]}\
        """;
    assertThat(weir("revert", "41", url())).isEqualTo(1);
    assertThat(errors.toString())
        .contains("Changed since: it is 9 now")
        .contains("/nodes/a:80/weight was 7 after the event");
    assertThat(weir("revert", "x", url())).isEqualTo(2);
  }
}
