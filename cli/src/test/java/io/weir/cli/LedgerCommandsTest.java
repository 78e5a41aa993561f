package io.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code weir replay-check} and {@code weir ledger} before a management API. */
class LedgerCommandsTest {
  private static final String CHECK =
      """
      {"position":42,"hash":"abc","format":"weir-image-2","verdict":"%s","processes":[
       {"kind":"REPLICA","id":"r1","status":"%s","position":42,"detail":"the same at event 42"}]}\
      """;
  private static final String RECOVERY =
      """
      {"ledgerId":"2f1c7a52-6a0e-4b6e-9d0c-0c5f5f3f7d11","before":37,"after":42,"topic":42,"commands":3,"dryRun":false%s}\
      """;

  private static final String KEYS =
      """
      {"items":[
       {"id":"ledger-key-aaaaaaaa","verifierKey":"weir/ledger/x+1+AAA","timedKey":"t","created":1,"retired":43},
       {"id":"ledger-key-bbbbbbbb","verifierKey":"weir/ledger/x+2+BBB","timedKey":"t","created":42}]}\
      """;

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();
  private volatile int status = 200;
  private volatile String body = "";
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
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
    List<String> words = new ArrayList<>(List.of(arguments));
    words.add("--url");
    words.add("http://localhost:" + server.getAddress().getPort());
    return WeirCommand.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(errors))
        .execute(words.toArray(String[]::new));
  }

  @Test
  void theVerdictIsTheExitCode() {
    body = CHECK.formatted("AGREES", "AGREES");
    assertThat(weir("replay-check")).isZero();
    body = CHECK.formatted("INCOMPLETE", "UNKNOWN");
    assertThat(weir("replay-check", "--at", "41")).isEqualTo(3);
    body = CHECK.formatted("DIFFERS", "DIFFERS");
    assertThat(weir("replay-check", "--json")).isEqualTo(1);

    assertThat(asked)
        .containsExactly(
            "GET /v1/replay-check", "GET /v1/replay-check?at=41", "GET /v1/replay-check");
    assertThat(out.toString())
        .contains("AGREES at event 42: abc", "r1", "the same at event 42", "\"DIFFERS\"");
  }

  @Test
  void whatWasPutBackIsSaidInOneLine() {
    body = RECOVERY.formatted("");
    assertThat(weir("ledger", "recover", "--from-topic")).isZero();
    assertThat(asked).containsExactly("POST /v1/ledger/recovery?dry_run=false");
    assertThat(out.toString())
        .contains("events 38 to 42 of 3 commands are back in ledger 2f1c7a52");
  }

  @Test
  void whatIsLeftIsSaidAndIsAnotherExitCode() {
    body = RECOVERY.formatted(",\"left\":\"events 43 to 44 were not asked for\"");
    assertThat(weir("ledger", "recover", "--from-topic", "--dry-run", "--to", "42")).isEqualTo(3);
    assertThat(asked).containsExactly("POST /v1/ledger/recovery?dry_run=true&to=42");
    assertThat(out.toString()).contains("left: events 43 to 44 were not asked for");
  }

  @Test
  void aRefusalIsTheProblemInWords() {
    status = 409;
    body = "{\"title\":\"Not recoverable\",\"detail\":\"event 38 is missing\"}";
    assertThat(weir("ledger", "recover", "--from-topic")).isEqualTo(1);
    assertThat(errors.toString()).contains("weir: Not recoverable: event 38 is missing");
  }

  @Test
  void fromWhereMustBeSaid() {
    assertThat(weir("ledger", "recover")).isEqualTo(2);
    assertThat(errors.toString()).contains("--from-topic");
    assertThat(asked).isEmpty();
  }

  @Test
  void aRotatedKeyIsNamedWithTheOneItReplacesForWhoeverKeepsKeys() {
    body = KEYS;
    assertThat(weir("ledger", "rotate-key")).isZero();
    assertThat(asked).containsExactly("POST /v1/ledger/keys");
    assertThat(out.toString().lines())
        .containsExactly(
            "ledger-key-bbbbbbbb signs from event 42 on: weir/ledger/x+2+BBB",
            "ledger-key-aaaaaaaa was retired by event 43; keep it for what it signed:"
                + " weir/ledger/x+1+AAA");
  }

  @Test
  void theKeysThereAreArePrintedForPrograms() {
    body = KEYS;
    assertThat(weir("ledger", "rotate-key", "--json")).isZero();
    assertThat(out.toString())
        .contains("{\"items\":[{\"id\":\"ledger-key-aaaaaaaa\"")
        .hasLineCount(1);
  }

  @Test
  void aProcessThatDoesNotSignRefuses() {
    status = 404;
    body = "{\"title\":\"Not found\",\"detail\":\"this process signs nothing, so it has no key\"}";
    assertThat(weir("ledger", "rotate-key")).isEqualTo(1);
    assertThat(errors.toString()).contains("weir: Not found: this process signs nothing");
    assertThat(out.toString()).isEmpty();
  }
}
