package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.Client;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.ToldTraffic;
import io.weir.testing.http.FakeUpstream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are kept, and as what. */
class RequestSampleTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:30Z");

  @TempDir Path directory;

  private final FakeUpstream node = FakeUpstream.http();
  private final FakeUpstream other = FakeUpstream.http();
  private final Reported reported = new Reported();
  private final TrafficRecords records = new TrafficRecords(reported, "one", NOW, NOW);
  private AccessLog log;

  @BeforeEach
  void beginLog() throws IOException {
    log = AccessLog.file(directory.resolve("log"));
  }

  @AfterEach
  void close() {
    log.close();
    node.close();
    other.close();
  }

  private Gateway gateway(boolean query) {
    return Gateway.of(
        TestOptions.usual(), new Telemetry(new Traffic(), log, query, null, reported), node, other);
  }

  private List<JsonNode> logged() throws IOException {
    log.close();
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve("log"), StandardCharsets.UTF_8)) {
      lines.add(Json.MAPPER.readTree(line));
    }
    return lines;
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatIsKeptIsWhatTheAccessLogSays(boolean query) throws Exception {
    ToldTraffic told = new ToldTraffic();
    try (Gateway gateway = gateway(query)) {
      new MixedTraffic(gateway, 7, node, other).run(1, 9);
    }
    told.take(records.due(NOW, true));
    List<JsonNode> logged = logged();
    assertThat(logged).hasSize(19);
    assertThat(told.requests()).containsExactlyInAnyOrderElementsOf(logged);
    assertThat(told.requests().stream().anyMatch(line -> line.has("query"))).isEqualTo(query);
    assertThat(told.requests())
        .allSatisfy(
            line ->
                line.path("attempts")
                    .forEach(
                        attempt ->
                            assertThat(attempt.path("start").asLong(-1))
                                .isBetween(0L, line.path("micros").asLong())));
  }

  @Test
  void eachSortHasRoomOfItsOwnInASecond() throws Exception {
    try (Gateway gateway = gateway(false);
        Client client = gateway.client()) {
      for (int second = 0; second < 3; second++) {
        for (int i = 0; i < 50; i++) {
          client.call(gateway.head("GET", "/release/pets") + "X-Request-Id: ok-" + i + "\n\n");
          client.call(gateway.head("GET", "/nowhere") + "X-Request-Id: fail-" + i + "\n\n");
          client.call(gateway.head("GET", "/release/pets") + "X-Request-Id: try-" + i + "\n\n");
        }
        await().until(() -> gateway.traffic().active() == 0);
        List<JsonNode> kept = new ToldTraffic().take(records.due(NOW, false)).requests();
        for (String sort : List.of("ok-", "fail-", "try-")) {
          List<String> expected = new ArrayList<>();
          for (int i = 0; i < RequestSample.MOST; i++) {
            expected.add(sort + i);
          }
          assertThat(kept)
              .extracting(line -> line.path("requestId").asText())
              .filteredOn(id -> id.startsWith(sort))
              .containsExactlyElementsOf(expected);
        }
        assertThat(kept).hasSize(3 * RequestSample.MOST);
      }
    }
  }

  @Test
  void manyThreadsTakeNoMoreThanThereIsRoomFor() throws Exception {
    ToldTraffic told = new ToldTraffic();
    try (Gateway gateway = gateway(false)) {
      MixedTraffic mixed = new MixedTraffic(gateway, 3, node, other);
      Thread requests =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      mixed.run(4, 100);
                    } catch (Exception e) {
                      throw new IllegalStateException(e);
                    }
                  });
      while (requests.isAlive()) {
        told.take(records.due(NOW, false));
        Thread.yield();
      }
    }
    assertThat(told.requestsByRecord())
        .isNotEmpty()
        .allSatisfy(kept -> assertThat(kept).hasSizeBetween(1, 2 * RequestSample.MOST));
  }

  @Test
  void aRecordIsNoLongerThanItMayBeAndTriesGoFirst() throws Exception {
    try (Gateway gateway = gateway(false);
        Client client = gateway.client()) {
      String agent = "User-Agent: " + "\u00e9".repeat(7_000) + "\n\n";
      for (int i = 0; i < RequestSample.MOST; i++) {
        client.call(gateway.head("GET", "/release/pets") + agent);
        client.call(gateway.head("GET", "/nowhere") + agent);
      }
      client.call(gateway.head("GET", "/release/pets") + "X-Request-Id: try-1\n\n");
      await().until(() -> gateway.traffic().active() == 0);
      List<byte[]> due = records.due(NOW, false);
      assertThat(due).singleElement().satisfies(one -> assertThat(one).hasSizeLessThan(210_000));
      List<JsonNode> kept = new ToldTraffic().take(due).requests();
      assertThat(kept).hasSizeGreaterThan(5);
      assertThat(kept.getFirst().path("requestId").asText()).isEqualTo("try-1");
      assertThat(records.due(NOW, false)).isEmpty();
      assertThat(records.requests().path("items")).hasSameSizeAs(kept);
    }
  }
}
