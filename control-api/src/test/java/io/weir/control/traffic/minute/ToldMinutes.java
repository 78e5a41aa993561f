package io.weir.control.traffic.minute;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Records of minutes as replicas tell them, by chance: of two replicas of which one is started
 * again within the time, each minute several times and growing, in any order, and some of them
 * twice.
 */
final class ToldMinutes {
  static final List<String> SERVICES = List.of("service-00000001", "service-00000002");
  static final List<String> ENVIRONMENTS = List.of("release", "test");
  static final List<String> APIS = List.of("api-00000001", "api-00000002", "api-00000003");
  static final List<String> UPSTREAMS = List.of("upstream-00000001", "upstream-00000002");
  static final List<String> REPLICAS = List.of("r-1", "r-2");

  private static final long[] BOUNDS = {500, 1_000, 25_000, 1_000_000, 60_000_000};

  private final Random random;
  private final Instant running;

  /** What counts: of each process and minute the last. */
  final List<JsonNode> last = new ArrayList<>();

  /** Everything that is told, in the order in which it comes. */
  final List<JsonNode> told = new ArrayList<>();

  ToldMinutes(long seed, Instant now, int minutes) {
    random = new Random(seed);
    running = TrafficMemory.first(now, 1);
    for (int minute = 0; minute < minutes; minute++) {
      process("r-1", running.minus(Duration.ofHours(9)), minute);
      // started again a while ago, in the middle of a minute
      if (minute >= 3) {
        process("r-2", running.minus(Duration.ofHours(8)), minute);
      }
      if (minute <= 3) {
        process("r-2", running.minus(Duration.ofMinutes(3)), minute);
      }
    }
    Collections.shuffle(told, random);
  }

  private void process(String replica, Instant startedAt, int minutesAgo) {
    ObjectNode record =
        Json.MAPPER
            .createObjectNode()
            .put("type", "minute")
            .put("replicaId", replica)
            .put("startedAt", startedAt.toString())
            .put("minute", running.minus(Duration.ofMinutes(minutesAgo)).toString());
    record.putArray("rows");
    record.putArray("nodes");
    int times = 1 + random.nextInt(3);
    for (int i = 0; i < times; i++) {
      grow(record);
      told.add(record.deepCopy());
      if (random.nextInt(4) == 0) {
        told.add(record.deepCopy());
      }
    }
    last.add(record);
  }

  /** Some rows have counted more, and some are new. */
  private void grow(ObjectNode record) {
    for (int i = 0; i < 1 + random.nextInt(6); i++) {
      count(row((ArrayNode) record.get("rows")));
      attempt(node((ArrayNode) record.get("nodes")));
    }
  }

  private ObjectNode row(ArrayNode rows) {
    ObjectNode ids = Json.MAPPER.createObjectNode();
    switch (random.nextInt(8)) {
      case 0 -> {
        // no route took it
      }
      case 1 -> ids.put("others", true);
      default ->
          ids.put("serviceId", any(SERVICES))
              .put("environment", any(ENVIRONMENTS))
              .put("apiId", any(APIS))
              .put("upstreamId", any(UPSTREAMS));
    }
    return found(rows, ids, "requests");
  }

  private ObjectNode node(ArrayNode rows) {
    ObjectNode ids = Json.MAPPER.createObjectNode();
    if (random.nextInt(8) == 0) {
      ids.put("others", true);
    } else {
      ids.put("upstreamId", any(UPSTREAMS)).put("node", "10.0.0." + random.nextInt(3) + ":80");
    }
    return found(rows, ids, "attempts");
  }

  private static ObjectNode found(ArrayNode rows, ObjectNode ids, String counted) {
    for (JsonNode row : rows) {
      ObjectNode known =
          ((ObjectNode) row.deepCopy())
              .retain("serviceId", "environment", "apiId", "upstreamId", "node", "others");
      if (known.equals(ids)) {
        return (ObjectNode) row;
      }
    }
    return rows.addObject().<ObjectNode>setAll(ids).put(counted, 0);
  }

  private void count(ObjectNode row) {
    int more = 1 + random.nextInt(5);
    add(row, "requests", more);
    add(row.withObject("/status"), (1 + random.nextInt(5)) + "xx", more);
    add(row, "retries", random.nextInt(3));
    ObjectNode failures = row.withObject("/failures");
    if (random.nextBoolean()) {
      add(failures, random.nextBoolean() ? "TIMEOUT" : "NO_ROUTE", 1);
    }
    bucket(row.withArray("/durations"), more);
  }

  private void attempt(ObjectNode row) {
    int more = 1 + random.nextInt(5);
    add(row, "attempts", more);
    add(row, "failed", random.nextInt(2));
    add(row.withObject("/results"), random.nextBoolean() ? "answered" : "broken", more);
    bucket(row.withArray("/firstByte"), more);
  }

  private static void add(ObjectNode row, String field, long more) {
    row.put(field, row.path(field).asLong() + more);
  }

  private void bucket(ArrayNode pairs, int more) {
    int chosen = random.nextInt(BOUNDS.length + 1);
    JsonNode bound = chosen == BOUNDS.length ? pairs.nullNode() : pairs.numberNode(BOUNDS[chosen]);
    for (JsonNode pair : pairs) {
      if (pair.get(0).equals(bound)) {
        ((ArrayNode) pair).set(1, pair.get(1).asLong() + more);
        return;
      }
    }
    pairs.addArray().add(bound).add((long) more);
  }

  private String any(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }
}
