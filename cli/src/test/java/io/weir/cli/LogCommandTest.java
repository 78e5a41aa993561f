package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir log} before a management API that answers what the test says. */
class LogCommandTest {
  private static final String EVENT =
      """
      {"position":7,"stream":"vpc/vpc-4n5bfklc","version":1,"type":"vpc.created.v1",
       "actor":"ada","reason":"for shop","recordedAt":"2026-01-01T00:00:00Z"}\
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> resumed = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private volatile int status = 200;
  private volatile String body = "{\"items\":[" + EVENT + "]}";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
          resumed.add(last == null ? "" : last);
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
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
  void anEventIsALineWithWhoWhatWhenAndWhy() {
    assertThat(weir("log", url(), "--subject=vpc-4n5bfklc")).isZero();
    assertThat(asked).containsExactly("/v1/events?subject=vpc-4n5bfklc&limit=20");
    assertThat(out.toString())
        .contains("7  2026-01-01T00:00:00Z  ada")
        .contains("vpc.created.v1")
        .contains("vpc/vpc-4n5bfklc  \"for shop\"");
  }

  @Test
  void asJsonAnEventIsWhatTheApiSaid() {
    assertThat(weir("log", url(), "--json")).isZero();
    assertThat(out.toString()).startsWith("{\"position\":7,").endsWith("}\n");
  }

  @Test
  void aRefusalIsItsProblemDocumentInWords() {
    status = 400;
    body =
        """
        {"title":"Invalid","detail":"1 parameter is wrong.",
         "errors":[{"parameter":"limit","detail":"must be 1 to 100"}]}\
        """;
    assertThat(weir("log", url(), "--limit=101")).isEqualTo(1);
    assertThat(errors.toString())
        .contains("weir: Invalid: 1 parameter is wrong.", "limit must be 1 to 100");
  }

  @Test
  void whereNobodyListensThatIsSaid() {
    server.stop(0);
    assertThat(weir("log", url())).isEqualTo(1);
    assertThat(errors.toString()).contains("nobody answers at http://127.0.0.1:");
  }

  @Test
  void whatAnEventChangedIsALineEachBelowIt() {
    body =
        """
        {"items":[{"position":8,"changes":[
          {"pointer":"/nodes/10.0.0.1:8080/weight","from":5,"to":7},
          {"pointer":"/name","to":"shop"},
          {"pointer":"/a~1b","from":"two words"},
          {"pointer":"/description","from":"","to":"evil\\u001b[2J"}]}]}\
        """;
    assertThat(weir("log", url())).isZero();
    assertThat(out.toString())
        .contains("          nodes/10.0.0.1:8080/weight: 5 -> 7\n")
        .contains("        + name: shop\n")
        .contains("        - a/b: \"two words\"\n")
        .contains("          description: \"\" -> \"evil?[2J\"\n");
  }

  @Test
  void everyFilterIsAskedFor() {
    body = "{\"items\":[]}";
    assertThat(
            weir(
                "log",
                url(),
                "--since=2026-01-01T00:00:00+01:00",
                "--until=2026-01-02T00:00:00Z",
                "--after=3",
                "--before=9",
                "-q",
                "a b",
                "--oldest-first",
                "--summary"))
        .isZero();
    assertThat(asked)
        .containsExactly(
            "/v1/events?after_position=3&since=2026-01-01T00%3A00%3A00%2B01%3A00"
                + "&until=2026-01-02T00%3A00%3A00Z&before=9&q=a+b&sort=position&fields=summary"
                + "&limit=20");
  }

  @Test
  void followingIsNotForWhatHasAnEnd() {
    assertThat(weir("log", url(), "--follow", "--until=2026-01-02T00:00:00Z")).isEqualTo(2);
    assertThat(errors.toString()).contains("--until cannot be given together with --follow");
  }

  @Test
  void whoFollowsGoesOnAfterWhatCameUntilHeIsRefused() {
    body = ": weir\n\nid: 7\ndata: " + EVENT.replace("\n", " ") + "\n\nid: 8\ndata: {\"posi";
    Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (asked.size() < 2) {
                Thread.onSpinWait();
              }
              body = "{\"title\":\"Gone\"}";
              status = 400;
            });
    assertThat(weir("log", url(), "--follow", "--after=6")).isEqualTo(1);
    assertThat(asked.getFirst()).isEqualTo("/v1/events/stream?after_position=6");
    assertThat(resumed).contains("7").startsWith("");
    assertThat(out.toString()).contains("7  2026-01-01T00:00:00Z  ada").doesNotContain("posi");
    assertThat(errors.toString()).contains("weir: Gone");
  }

  @Test
  void aDifferenceHasTheExitCodesOfDiff() {
    body =
        """
        {"from":120,"to":140,"objects":[{"stream":"upstream/u","change":"changed",
          "changes":[{"pointer":"/nodes/10.0.0.1:8080/weight","from":5,"to":7}]}]}\
        """;
    assertThat(weir("diff", url(), "120", "140")).isEqualTo(1);
    assertThat(asked).containsExactly("/v1/diff?from=120&to=140");
    assertThat(out.toString())
        .contains("upstream/u changed", "    nodes/10.0.0.1:8080/weight: 5 -> 7");
    body = "{\"from\":120,\"to\":140,\"objects\":[]}";
    assertThat(weir("diff", url(), "120", "140")).isZero();
    status = 400;
    assertThat(weir("diff", url(), "120", "141")).isEqualTo(2);
    assertThat(weir("diff", url(), "120")).isEqualTo(2);
  }

  @Test
  void anExportThatBrokeOffLeavesNoFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger.ndjson");
    body = "{\"format\":\"weir-ledger-export\"}\n{\"position\":1}\n";
    assertThat(weir("export", url(), "--out=" + file)).isEqualTo(1);
    assertThat(errors.toString()).contains("the export broke off");
    assertThat(folder).isEmptyDirectory();
    body += "{\"end\":\"weir-ledger-export\",\"count\":1}\n";
    assertThat(weir("export", url(), "--out=" + file, "--after=0")).isZero();
    assertThat(file).hasContent(body);
    assertThat(asked.getLast()).isEqualTo("/v1/events/export?format=ndjson&after_position=0");
  }

  @Test
  void wrongArgumentsAreExplained() {
    assertThat(weir("log", url(), "--limit=x")).isEqualTo(2);
    assertThat(errors.toString()).contains("--limit", "Usage: weir log");
  }
}
