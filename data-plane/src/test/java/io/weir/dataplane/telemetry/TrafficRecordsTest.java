package io.weir.dataplane.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.internal.VertxInternal;
import io.weir.dataplane.accesslog.AccessLog;
import io.weir.dataplane.support.Gateway;
import io.weir.dataplane.support.TestOptions;
import io.weir.dataplane.support.ToldTraffic;
import io.weir.testing.http.FakeUpstream;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All that a process tells together is what it counts. */
class TrafficRecordsTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:30Z");

  private final FakeUpstream one = FakeUpstream.http();
  private final FakeUpstream other = FakeUpstream.http();
  private final ToldTraffic told = new ToldTraffic();
  private Reported reported = new Reported();
  private Gateway gateway = start();
  private Instant now = START;
  private TrafficRecords records = new TrafficRecords(reported, "one", START, START);

  private Gateway start() {
    return Gateway.of(
        TestOptions.usual(),
        new Telemetry(new Traffic(), AccessLog.OFF, false, null, reported),
        one,
        other);
  }

  @AfterEach
  void close() {
    gateway.close();
    one.close();
    other.close();
  }

  /** So many seconds later. */
  private ToldTraffic after(int seconds) throws Exception {
    now = now.plusSeconds(seconds);
    return told.take(records.due(now, false));
  }

  private void get(String target) throws Exception {
    gateway.get(target);
    await().until(() -> gateway.traffic().active() == 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void nothingIsLostOrCountedTwiceWhateverHappens(long seed) throws Exception {
    MixedTraffic mixed = new MixedTraffic(gateway, seed, one, other);
    CompletableFuture<Void> done =
        CompletableFuture.runAsync(
            () -> {
              try {
                mixed.run(3, 60);
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    // minutes pass while requests do
    for (int i = 0; !done.isDone(); i++) {
      after(i % 7);
      Thread.onSpinWait();
    }
    done.get();
    now = now.plusSeconds(1);
    told.take(records.due(now, true));
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(gateway.traffic()));
    assertThat(told.sums())
        .containsKeys(
            "status 2xx",
            "status 4xx",
            "status 5xx",
            "failure NO_ROUTE",
            "failure BAD_RESPONSE",
            "result broken",
            "result answered",
            "result client_left",
            "retries");
    assertThat(told.minutes()).hasSizeGreaterThan(1);
  }

  @Test
  void aProcessThatIsStartedAgainAddsToItsMinute() throws Exception {
    get("/release/pets");
    get("/nowhere");
    told.take(records.due(now, true));
    Traffic before = gateway.traffic();
    gateway.close();
    reported = new Reported();
    gateway = start();
    records = new TrafficRecords(reported, "one", START.plusSeconds(3), now);
    get("/release/pets");
    told.take(records.due(now, true));
    assertThat(told.minutes())
        .hasSize(2)
        .extracting(minute -> minute.path("minute").asText())
        .containsOnly("2026-01-01T00:00:00Z");
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(before, gateway.traffic()));
  }

  @Test
  void whatTheLoopsCountedIsToldAfterTheyHaveEnded() throws Exception {
    get("/release/pets");
    Traffic counted = gateway.traffic();
    gateway.close();
    told.take(records.due(now, true));
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(counted));
  }

  @Test
  void aMinuteIsToldEveryFiveSecondsIfThereIsNewsAndOnceAfterItsEnd() throws Exception {
    get("/release/pets");
    assertThat(after(4).minutes()).isEmpty();
    after(1);
    assertThat(told.minutes()).hasSize(1);
    assertThat(records.due(now = now.plusSeconds(5), false)).as("no news").isEmpty();
    get("/release/pets");
    // what was counted before the end of a minute is of that minute
    now = Instant.parse("2026-01-01T00:00:59Z");
    after(1);
    assertThat(told.minutes())
        .singleElement()
        .satisfies(
            minute -> {
              assertThat(minute.path("minute").asText()).isEqualTo("2026-01-01T00:00:00Z");
              assertThat(minute.at("/rows/0/requests").asLong()).isEqualTo(2);
            });
    get("/release/pets");
    after(5);
    assertThat(told.minutes().getLast().path("minute").asText()).isEqualTo("2026-01-01T00:01:00Z");
    assertThat(told.minutes().getLast().at("/rows/0/requests").asLong()).isOne();
    assertThat(records.counts().path("items"))
        .extracting(item -> item.path("minute").asText())
        .containsExactly("2026-01-01T00:01:00Z", "2026-01-01T00:00:00Z");
  }

  @Test
  void aClockThatIsSetBackABitReplacesNothing() throws Exception {
    now = Instant.parse("2026-01-01T00:01:01Z");
    after(0);
    get("/release/pets");
    after(4);
    now = Instant.parse("2026-01-01T00:00:50Z");
    get("/release/pets");
    after(0);
    assertThat(told.minutes()).hasSize(1);
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(gateway.traffic()));
    now = Instant.parse("2025-12-31T22:00:00Z");
    after(0);
    get("/release/pets");
    after(5);
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(gateway.traffic()));
  }

  @Test
  void rowsNameTheRouteAndTheNode() throws Exception {
    for (String target : List.of("/release/pets", "/release/pets", "/nowhere")) {
      get(target);
    }
    JsonNode minute = after(5).minutes().getFirst();
    assertThat(minute.path("startedAt").asText()).isEqualTo(START.toString());
    JsonNode row = minute.at("/rows/0");
    assertThat(row.path("serviceId").asText()).isEqualTo(gateway.sample().service().id().value());
    assertThat(row.path("environment").asText()).isEqualTo("release");
    assertThat(row.path("apiId").asText()).isEqualTo(gateway.sample().api().id().value());
    assertThat(row.path("upstreamId").asText()).isEqualTo(gateway.sample().upstream().id().value());
    assertThat(minute.at("/rows/1").has("serviceId")).isFalse();
    assertThat(minute.at("/rows/1/failures/NO_ROUTE").asLong()).isOne();
    assertThat(minute.path("nodes"))
        .extracting(node -> node.path("node").asText())
        .containsExactlyInAnyOrder("127.0.0.1:" + one.port(), "127.0.0.1:" + other.port());
    assertThat(minute.path("nodes"))
        .allSatisfy(
            node -> {
              assertThat(node.path("upstreamId")).isEqualTo(row.path("upstreamId"));
              assertThat(node.path("attempts").asLong()).isOne();
              assertThat(node.path("failed").asLong(-1)).isZero();
            });
  }

  @Test
  void anEventLoopThatIsBusyTellsLater() throws Exception {
    get("/release/pets");
    CompletableFuture<Void> free = new CompletableFuture<>();
    ((VertxInternal) gateway.vertx())
        .nettyEventLoopGroup()
        .forEach(loop -> loop.execute(free::join));
    assertThat(after(5).minutes()).isEmpty();
    free.complete(null);
    await().untilAsserted(() -> assertThat(after(5).minutes()).hasSize(1));
    assertThat(told.sums()).isEqualTo(ToldTraffic.sums(gateway.traffic()));
  }
}
