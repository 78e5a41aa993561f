package io.weir.dataplane.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.telemetry.Traffic;
import io.weir.testing.http.Behaviour;
import io.weir.testing.http.FakeUpstream;
import io.weir.testing.http.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
  @TempDir Path directory;

  @Test
  void aRecordTellsTheRouteThePositionAndEveryAttempt() throws Exception {
    Path file = directory.resolve("access.log");
    try (FakeUpstream node = FakeUpstream.http();
        AccessLog log = AccessLog.file(file);
        Gateway gateway =
            Gateway.of(
                TestOptions.usual(), new Telemetry(new Traffic(), log, false, null, null), node)) {
      node.behave(Behaviour.inTurn(new Reply.Reset(), Reply.text(201, "made")));
      try (Client client = gateway.client()) {
        client.call(
            gateway.head("PUT", "/release/pets/1")
                + "X-Request-Id: my-id\nContent-Length: 3\n\nabc");
        client.call(gateway.head("GET", "/release/\"nowhere\"") + "\n");
      }
      gateway.close();
      log.close();
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        lines.add(Json.MAPPER.readTree(line));
      }
      assertThat(lines).hasSize(2);
      JsonNode served = lines.getFirst();
      assertThat(served.path("requestId").asText()).isEqualTo("my-id");
      assertThat(served.path("status").asInt()).isEqualTo(201);
      assertThat(served.path("position").asLong()).isEqualTo(gateway.position());
      assertThat(served.path("api").asText()).isEqualTo(gateway.sample().api().id().value());
      assertThat(served.path("upstream").asText())
          .isEqualTo(gateway.sample().upstream().id().value());
      assertThat(served.path("received").asInt()).isEqualTo(3);
      assertThat(served.path("sent").asInt()).isEqualTo(4);
      assertThat(served.path("attempts")).hasSize(2);
      assertThat(served.at("/attempts/0/result").asText()).isEqualTo("broken");
      assertThat(served.at("/attempts/0/node").asText()).isEqualTo("127.0.0.1:" + node.port());
      assertThat(served.at("/attempts/1/result").asText()).isEqualTo("answered");
      assertThat(served.at("/attempts/1/status").asInt()).isEqualTo(201);
      assertThat(served.at("/attempts/0/start").asLong(-1)).isZero();
      assertThat(served.at("/attempts/1/start").asLong())
          .isBetween(served.at("/attempts/0/micros").asLong(), served.path("micros").asLong());
      assertThat(served.at("/attempts/1/firstByte").asLong()).isPositive();
      JsonNode refused = lines.getLast();
      assertThat(refused.path("status").asInt()).isEqualTo(404);
      assertThat(refused.path("failure").asText()).isEqualTo("NO_ROUTE");
      assertThat(refused.path("path").asText()).isEqualTo("/release/\"nowhere\"");
      assertThat(refused.path("attempts")).isEmpty();
    }
  }

  private List<JsonNode> lines(boolean query, Calls calls) throws Exception {
    Path file = directory.resolve("access.log");
    try (FakeUpstream node = FakeUpstream.http();
        AccessLog log = AccessLog.file(file);
        Gateway gateway =
            Gateway.of(
                TestOptions.usual(), new Telemetry(new Traffic(), log, query, null, null), node)) {
      calls.make(gateway, node);
      await().until(() -> gateway.traffic().active() == 0);
      gateway.close();
      log.close();
      List<JsonNode> lines = new ArrayList<>();
      for (String line : Files.readAllLines(file)) {
        lines.add(Json.MAPPER.readTree(line));
      }
      return lines;
    }
  }

  private interface Calls {
    void make(Gateway gateway, FakeUpstream node) throws IOException;
  }

  /** The only line of which this is true: those of several event loops are in no order. */
  private static JsonNode by(String field, String value, List<JsonNode> lines) {
    List<JsonNode> found =
        lines.stream().filter(line -> line.path(field).asText().equals(value)).toList();
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<String> flags(JsonNode line) {
    List<String> flags = new ArrayList<>();
    line.path("flags").forEach(flag -> flags.add(flag.asText()));
    return flags;
  }

  @Test
  void pipelinedRequestsKeepWhatTheirClientsSaid() throws Exception {
    List<JsonNode> lines =
        lines(
            false,
            (gateway, _) -> {
              try (Client client = gateway.client()) {
                String one = gateway.head("GET", "/release/pets?key=secret");
                client.send(
                    one + "User-Agent: a \"b\" \\ \u00e9\n\n" + one + "User-Agent: two\n\n");
                client.read(false);
                client.read(false);
              }
            });
    assertThat(lines.getFirst().path("userAgent").asText()).isEqualTo("a \"b\" \\ \u00e9");
    assertThat(lines.getLast().path("userAgent").asText()).isEqualTo("two");
    assertThat(lines.getFirst().path("version").asText()).isEqualTo("HTTP/1.1");
    assertThat(lines.getFirst().path("tls").asBoolean(true)).isFalse();
    assertThat(lines.toString()).doesNotContain("secret");
    assertThat(Instant.parse(lines.getFirst().path("at").asText()))
        .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    assertThat(flags(lines.getFirst())).isEmpty();
    assertThat(lines.getFirst().has("flags")).isFalse();
  }

  @Test
  void queriesAreLoggedWhenAskedFor() throws Exception {
    List<JsonNode> lines = lines(true, (gateway, _) -> gateway.get("/release/pets?key=value"));
    assertThat(lines.getFirst().path("query").asText()).isEqualTo("?key=value");
  }

  @Test
  void flagsSayWhyNothingWasRepeated() throws Exception {
    List<JsonNode> lines =
        lines(
            false,
            (gateway, node) -> {
              gateway.retries(1);
              node.behave(Behaviour.always(new Reply.Reset()));
              gateway.get("/release/pets");
              gateway.call("POST", "/release/pets", "x");
              gateway.call("PUT", "/release/pets", "x".repeat(70_000));
            });
    assertThat(flags(by("method", "GET", lines))).containsExactly("RETRIES_EXHAUSTED");
    assertThat(flags(by("method", "POST", lines))).containsExactly("NOT_IDEMPOTENT");
    assertThat(flags(by("method", "PUT", lines))).containsExactly("REPLAY_LIMIT");
  }

  @Test
  void flagsSayThatTheClientLeftOrTheResponseBrokeOff() throws Exception {
    List<JsonNode> lines =
        lines(
            false,
            (gateway, node) -> {
              CompletableFuture<Reply> never = new CompletableFuture<>();
              node.behave(Behaviour.always(new Reply.Held(never)));
              try (Client client = gateway.client()) {
                client.send(gateway.head("GET", "/release/pets") + "\n");
                await().until(() -> !node.requests().isEmpty());
              }
              await().until(() -> gateway.traffic().active() == 0);
              never.complete(Reply.status(200));
              node.behave(
                  Behaviour.always(new Reply.Truncated(Reply.text(200, "a whole body"), 3)));
              try (Client client = gateway.client()) {
                client.send(gateway.head("GET", "/release/pets") + "\n");
                assertThat(client.in().readAllBytes()).isNotEmpty();
              }
            });
    assertThat(flags(by("status", "499", lines))).containsExactly("CLIENT_LEFT");
    assertThat(flags(by("status", "200", lines))).containsExactly("RESPONSE_CUT");
    assertThat(by("status", "200", lines).path("failure").asText()).isEqualTo("BAD_RESPONSE");
  }
}
