package io.weir.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A random history of all services, as an auditor reads it. */
@Timeout(600)
@Tag("slow")
class AuditTest {
  private static final long SEED = Long.getLong("weir.acceptance.seed", 1);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static Weir weir;
  private static List<Long> followed;
  private static int connections;

  @BeforeAll
  static void somethingHappensWhileSomebodyFollows() throws Exception {
    weir = Weir.start();
    Operator operator = new Operator(weir, SEED);
    Follower follower = new Follower(weir, SEED);
    for (int i = 0; i < 150; i++) {
      operator.act();
    }
    CompletableFuture<Void> following =
        CompletableFuture.runAsync(
            () -> {
              try {
                follower.until(Long.MAX_VALUE);
              } catch (Exception e) {
                // ends when there is nothing more to follow
              }
            });
    for (int i = 0; i < 250; i++) {
      operator.act();
    }
    long end = weir.position();
    while (follower.seen().isEmpty() || follower.seen().getLast() < end) {
      if (following.isDone()) {
        throw new IllegalStateException("the follower gave up");
      }
      Thread.sleep(20);
    }
    followed = List.copyOf(follower.seen());
    connections = follower.connections();
  }

  @AfterAll
  static void stop() throws Exception {
    weir.close();
  }

  private static List<JsonNode> events() throws Exception {
    return weir.all("/v1/events?sort=position", 100);
  }

  @Test
  void whoFollowsOverBrokenConnectionsSeesEveryEventOnceAndInOrder() {
    assertThat(connections).isGreaterThan(3);
    assertThat(followed)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, weir.position()).boxed().toList());
  }

  @Test
  void theHistoryOfEveryObjectHasEveryEventThatNamesIt() throws Exception {
    Map<String, Set<Long>> named = new TreeMap<>();
    Map<String, String> paths = new TreeMap<>();
    for (JsonNode event : events()) {
      for (JsonNode subject : event.get("subjects")) {
        named
            .computeIfAbsent(subject.textValue(), _ -> new TreeSet<>())
            .add(event.get("position").longValue());
      }
      paths(event.get("data"), paths);
    }
    assertThat(paths).hasSizeGreaterThan(50);
    for (var path : paths.entrySet()) {
      Set<Long> history = new HashSet<>();
      weir.all(path.getValue(), 100).forEach(e -> history.add(e.get("position").longValue()));
      assertThat(history).as(path.getValue()).containsAll(named.get(path.getKey()));
    }
  }

  /** Where the history of what an event created is. */
  private static void paths(JsonNode data, Map<String, String> paths) {
    String id = data.path("id").asText();
    String owner = "/v1/services/" + data.path("serviceId").asText();
    if (id.startsWith("api-")) {
      paths.put(id, owner + "/apis/" + id + "/history");
    } else if (id.startsWith("ccn-")) {
      paths.put(id, "/v1/cloud-connect-networks/" + id + "/history");
    } else if (!id.isEmpty()) {
      paths.put(id, "/v1/" + id.substring(0, id.indexOf('-')) + "s/" + id + "/history");
    }
    if (data.has("releaseId")) {
      String release = data.get("releaseId").textValue();
      paths.put(release, owner + "/releases/" + release + "/history");
    }
  }

  @Test
  void theHistoryOfAnEnvironmentIsThatOfItsReleases() throws Exception {
    Map<String, Set<Long>> expected = new TreeMap<>();
    for (JsonNode event : events()) {
      JsonNode data = event.get("data");
      if (data.has("environment")) {
        expected
            .computeIfAbsent(
                "/v1/services/%s/environments/%s/history"
                    .formatted(
                        data.get("serviceId").textValue(), data.get("environment").textValue()),
                _ -> new TreeSet<>())
            .add(event.get("position").longValue());
      }
    }
    assertThat(expected).isNotEmpty();
    for (var environment : expected.entrySet()) {
      Set<Long> history = new HashSet<>();
      weir.all(environment.getKey(), 100)
          .forEach(event -> history.add(event.get("position").longValue()));
      assertThat(history).as(environment.getKey()).containsAll(environment.getValue());
    }
  }

  @Test
  void whatWasRefusedCanBeReadWithItsReason() throws Exception {
    int before = weir.all("/v1/attempts", 100).size();
    assertThat(before).isPositive();
    assertThat(weir.send("POST", "/v1/vpcs", JSON.createObjectNode().put("nme", "x")).status())
        .isEqualTo(400);
    assertThat(weir.send("POST", "/v1/services", JSON.createObjectNode()).status()).isEqualTo(400);
    List<JsonNode> attempts = weir.all("/v1/attempts?code=VALIDATION_FAILED", 100);
    while (attempts.stream()
                .filter(a -> a.path("operation").asText().equals("POST /v1/vpcs"))
                .count()
            < 1
        || attempts.stream()
                .filter(a -> a.path("operation").asText().equals("POST /v1/services"))
                .count()
            < 1) {
      Thread.sleep(50);
      attempts = weir.all("/v1/attempts?code=VALIDATION_FAILED", 100);
    }
    assertThat(attempts.getFirst().get("errors")).isNotEmpty();
  }

  @Test
  void theExportHoldsEveryEventAndSaysThatItIsWhole() throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      String text =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(weir.base() + "/v1/events/export")).build(),
                  BodyHandlers.ofString())
              .body();
      List<JsonNode> lines = new ArrayList<>();
      for (String line : text.split("\n")) {
        lines.add(JSON.readTree(line));
      }
      assertThat(lines.getFirst().get("last").longValue()).isEqualTo(weir.position());
      assertThat(lines.getLast().get("count").longValue()).isEqualTo(weir.position());
      List<JsonNode> events = events();
      for (int i = 0; i < events.size(); i++) {
        assertThat(lines.get(i + 1).get("hash")).isEqualTo(events.get(i).get("hash"));
        assertThat(JSON.readTree(lines.get(i + 1).get("data").textValue()))
            .isEqualTo(events.get(i).get("data"));
      }
    }
  }

  @Test
  void theDifferenceFromNothingIsEverythingThatIsThere() throws Exception {
    JsonNode answer = weir.get("/v1/diff?from=0&to=" + weir.position()).body();
    Set<String> vpcs = new TreeSet<>();
    for (JsonNode object : answer.get("objects")) {
      assertThat(object.get("change").textValue()).isEqualTo("created");
      if (object.get("stream").textValue().startsWith("vpc/")) {
        vpcs.add(object.get("stream").textValue().substring(4));
      }
    }
    Set<String> there = new TreeSet<>();
    weir.all("/v1/vpcs", 100).forEach(vpc -> there.add(vpc.get("id").textValue()));
    assertThat(vpcs).isEqualTo(there);
  }
}
