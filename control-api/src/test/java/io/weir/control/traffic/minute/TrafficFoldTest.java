package io.weir.control.traffic.minute;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.control.traffic.ObjectNames;
import io.weir.control.traffic.RouteFilter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked, in whatever order things were told: the sums are those of what was counted.
 */
class TrafficFoldTest {
  private static final Instant NOW = Instant.parse("2026-11-30T11:20:42Z");
  private static final ObjectNames NO_NAMES = new ObjectNames(null);

  private static TrafficMemory memory(ToldMinutes told) {
    TrafficMemory memory = new TrafficMemory();
    told.told.forEach(record -> memory.add(MinuteRecord.read(record), NOW));
    return memory;
  }

  private static ObjectNode answer(TrafficMemory memory, RouteFilter filter, int minutes) {
    Instant first = TrafficMemory.first(NOW, minutes);
    return TrafficFold.of(memory.from(first), filter, first, minutes).write(NOW, NO_NAMES);
  }

  private static List<RouteFilter> filters() {
    List<RouteFilter> filters = new ArrayList<>();
    for (String service : orAny(ToldMinutes.SERVICES)) {
      for (String environment : orAny(ToldMinutes.ENVIRONMENTS)) {
        for (String api : orAny(ToldMinutes.APIS)) {
          for (String upstream : orAny(ToldMinutes.UPSTREAMS)) {
            for (String replica : orAny(ToldMinutes.REPLICAS)) {
              filters.add(new RouteFilter(service, environment, api, upstream, replica));
            }
          }
        }
      }
    }
    return filters;
  }

  private static List<@Nullable String> orAny(List<String> values) {
    List<@Nullable String> all = new ArrayList<>(values);
    all.add(null);
    return all;
  }

  private static boolean fits(@Nullable String asked, JsonNode is) {
    return asked == null || asked.equals(is.asText());
  }

  /** The rows that a filter takes of what counts, from a minute on. */
  private static List<JsonNode> rows(
      ToldMinutes told, RouteFilter filter, Instant first, Predicate<JsonNode> of) {
    List<JsonNode> rows = new ArrayList<>();
    for (JsonNode record : told.last) {
      Instant minute = Instant.parse(record.get("minute").asText());
      if (!minute.isBefore(first) && fits(filter.replicaId(), record.get("replicaId"))) {
        for (JsonNode row : record.get("rows")) {
          if (fits(filter.serviceId(), row.path("serviceId"))
              && fits(filter.environment(), row.path("environment"))
              && fits(filter.apiId(), row.path("apiId"))
              && fits(filter.upstreamId(), row.path("upstreamId"))
              && of.test(record)) {
            rows.add(row);
          }
        }
      }
    }
    return rows;
  }

  /** What rows come to, added up in the plainest way. */
  private static JsonNode sum(List<JsonNode> rows) {
    ObjectNode sum = Json.MAPPER.createObjectNode();
    Map<String, Long> status = new TreeMap<>();
    List.of("1xx", "2xx", "3xx", "4xx", "5xx").forEach(name -> status.put(name, 0L));
    Map<String, Long> failures = new TreeMap<>();
    List<Long> durations = new ArrayList<>();
    long requests = 0;
    long retries = 0;
    for (JsonNode row : rows) {
      requests += row.get("requests").asLong();
      retries += row.get("retries").asLong();
      row.path("status").properties().forEach(one -> add(status, one));
      row.path("failures").properties().forEach(one -> add(failures, one));
      for (JsonNode pair : row.path("durations")) {
        long bound = pair.get(0).isNull() ? 60_000_001 : pair.get(0).asLong();
        durations.addAll(Collections.nCopies(pair.get(1).asInt(), bound));
      }
    }
    sum.put("requests", requests);
    sum.set("status", Json.MAPPER.valueToTree(status));
    sum.set("failures", Json.MAPPER.valueToTree(failures));
    sum.put("retries", retries);
    Collections.sort(durations);
    if (!durations.isEmpty()) {
      ObjectNode micros = sum.putObject("micros");
      for (int percent : new int[] {50, 90, 99}) {
        int rank = (int) Math.ceil(durations.size() * percent / 100.0);
        micros.put("p" + percent, durations.get(rank - 1));
      }
      micros.put("max", durations.getLast());
    }
    return sum;
  }

  private static void add(Map<String, Long> counts, Map.Entry<String, JsonNode> one) {
    counts.merge(one.getKey(), one.getValue().asLong(), Long::sum);
  }

  /** An entry without what says of whom it is. */
  private static JsonNode counts(JsonNode entry) {
    return ((ObjectNode) entry.deepCopy())
        .retain("requests", "status", "failures", "retries", "micros");
  }

  /** Equal, whatever kind of number each was made with. */
  private static void assertSame(JsonNode is, JsonNode expected, Object of) {
    assertThat(counts(is).toString()).as("%s", of).isEqualTo(counts(expected).toString());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theTotalsOfEveryFilterAreAPlainFoldOfWhatCounts(long seed) {
    ToldMinutes told = new ToldMinutes(seed, NOW, 12);
    TrafficMemory memory = memory(told);
    for (RouteFilter filter : filters()) {
      for (int minutes : new int[] {1, 5, 60}) {
        Instant first = TrafficMemory.first(NOW, minutes);
        ObjectNode answer = answer(memory, filter, minutes);
        assertSame(answer.get("totals"), sum(rows(told, filter, first, _ -> true)), filter);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {4, 5, 6})
  void everyEntryIsAPlainFoldOfItsOwnAndTogetherTheyAreTheTotals(long seed) {
    ToldMinutes told = new ToldMinutes(seed, NOW, 12);
    TrafficMemory memory = memory(told);
    for (RouteFilter filter : filters()) {
      Instant first = TrafficMemory.first(NOW, 7);
      ObjectNode answer = answer(memory, filter, 7);
      assertThat(answer.get("minutes")).hasSize(7);
      for (int i = 0; i < 7; i++) {
        String at = first.plus(Duration.ofMinutes(i)).toString();
        JsonNode minute = answer.get("minutes").get(i);
        assertThat(minute.get("at").asText()).isEqualTo(at);
        var rows = rows(told, filter, first, record -> record.get("minute").asText().equals(at));
        assertSame(minute, sum(rows), filter);
      }
      for (JsonNode replica : answer.get("replicas")) {
        var rows =
            rows(
                told,
                filter,
                first,
                record -> record.get("replicaId").equals(replica.get("replicaId")));
        assertSame(replica, sum(rows), filter);
      }
      long requests = answer.at("/totals/requests").asLong();
      assertThat(requests(answer.get("minutes"))).isEqualTo(requests);
      assertThat(requests(answer.get("replicas"))).isEqualTo(requests);
      assertThat(requests(answer.get("apis"))).isEqualTo(requests);
      var routed =
          rows(told, filter, first, _ -> true).stream()
              .filter(row -> row.has("upstreamId") || row.has("others"))
              .toList();
      assertThat(requests(answer.get("upstreams"))).isEqualTo(sum(routed).get("requests").asLong());
      for (JsonNode api : answer.get("apis")) {
        List<JsonNode> rows =
            rows(told, filter, first, _ -> true).stream()
                .filter(
                    row ->
                        row.path("others").asBoolean() == api.path("others").asBoolean()
                            && row.path("serviceId").equals(api.path("serviceId"))
                            && row.path("environment").equals(api.path("environment"))
                            && row.path("apiId").equals(api.path("apiId")))
                .toList();
        assertSame(api, sum(rows), filter + " " + api);
      }
    }
  }

  private static long requests(JsonNode entries) {
    long requests = 0;
    for (JsonNode entry : entries) {
      requests += entry.get("requests").asLong();
    }
    return requests;
  }

  @Test
  void attemptsAreThoseOfTheUpstreamsThatRequestsWentTo() {
    ToldMinutes told = new ToldMinutes(7, NOW, 12);
    TrafficMemory memory = memory(told);
    for (RouteFilter filter : filters()) {
      ObjectNode answer = answer(memory, filter, 60);
      List<String> asked = new ArrayList<>();
      answer.get("upstreams").forEach(one -> asked.add(one.path("upstreamId").asText()));
      long attempts = 0;
      for (JsonNode record : told.last) {
        if (fits(filter.replicaId(), record.get("replicaId"))) {
          for (JsonNode node : record.get("nodes")) {
            boolean counted =
                filter.narrowsRoutes()
                    ? node.has("upstreamId") && asked.contains(node.get("upstreamId").asText())
                    : fits(filter.upstreamId(), node.path("upstreamId"));
            attempts += counted ? node.get("attempts").asLong() : 0;
          }
        }
      }
      long answered = 0;
      for (JsonNode node : answer.get("nodes")) {
        answered += node.get("attempts").asLong();
        long results = 0;
        for (JsonNode result : node.get("results")) {
          results += result.asLong();
        }
        assertThat(results).isEqualTo(node.get("attempts").asLong());
      }
      assertThat(answered).as("%s", filter).isEqualTo(attempts);
    }
  }

  @Test
  void whatIsBeyondTheLimitStandsTogetherAndTheLargestStandAlone() {
    ObjectNode record =
        Json.MAPPER
            .createObjectNode()
            .put("replicaId", "r")
            .put("startedAt", NOW.toString())
            .put("minute", NOW.toString());
    for (int i = 0; i < 300; i++) {
      record
          .withArray("/rows")
          .addObject()
          .put("requests", i + 1)
          .put("serviceId", "service-%08d".formatted(i))
          .put("environment", "release")
          .put("apiId", "api-%08d".formatted(i))
          .put("upstreamId", "upstream-%08d".formatted(i));
    }
    TrafficMemory memory = new TrafficMemory();
    memory.add(MinuteRecord.read(record), NOW);
    ObjectNode answer = answer(memory, new RouteFilter(null, null, null, null, null), 1);
    for (String entries : new String[] {"apis", "upstreams"}) {
      JsonNode all = answer.get(entries);
      assertThat(all).hasSize(100);
      assertThat(all.get(0).get("requests").asLong()).isEqualTo(300);
      assertThat(all.get(98).get("requests").asLong()).isEqualTo(202);
      assertThat(all.get(99).get("others").asBoolean()).isTrue();
      assertThat(requests(all)).isEqualTo(300 * 301 / 2);
    }
  }
}
