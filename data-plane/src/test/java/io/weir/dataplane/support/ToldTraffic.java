package io.weir.dataplane.support;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.metrics.Latency;
import io.weir.dataplane.telemetry.Traffic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a reader of the topic of traffic makes of its records, as the topic's description says. */
public final class ToldTraffic {
  private final Map<List<String>, JsonNode> minutes = new LinkedHashMap<>();
  private final List<List<JsonNode>> requests = new ArrayList<>();

  /** Takes records in their order. */
  public ToldTraffic take(List<byte[]> records) throws IOException {
    for (byte[] bytes : records) {
      JsonNode record = Json.MAPPER.readTree(bytes);
      if (record.path("type").asText().equals("minute")) {
        List<String> key = new ArrayList<>();
        for (String field : List.of("replicaId", "startedAt", "minute")) {
          key.add(record.path(field).textValue());
        }
        minutes.put(key, record);
      } else {
        List<JsonNode> kept = new ArrayList<>();
        record.path("requests").forEach(kept::add);
        requests.add(kept);
      }
    }
    return this;
  }

  /** The newest record of each process and minute. */
  public List<JsonNode> minutes() {
    return List.copyOf(minutes.values());
  }

  /** Every request that was kept, in order. */
  public List<JsonNode> requests() {
    return requests.stream().flatMap(List::stream).toList();
  }

  /** Those of each record. */
  public List<List<JsonNode>> requestsByRecord() {
    return requests;
  }

  /** All that was counted, by what. */
  public Map<String, Long> sums() {
    Map<String, Long> sums = new TreeMap<>();
    for (JsonNode minute : minutes.values()) {
      for (JsonNode row : minute.path("rows")) {
        add(sums, "status", row.path("status"));
        add(sums, "failure", row.path("failures"));
        add(sums, "retries", row.path("retries").asLong());
        addBuckets(sums, "duration", row.path("durations"));
        add(sums, "requests", row.path("requests").asLong());
      }
      for (JsonNode row : minute.path("nodes")) {
        add(sums, "result", row.path("results"));
        addBuckets(sums, "firstByte", row.path("firstByte"));
      }
    }
    return sums;
  }

  /** The same of what a process says that it has counted since it started. */
  public static Map<String, Long> sums(Traffic... processes) {
    Map<String, Long> sums = new TreeMap<>();
    for (Traffic traffic : processes) {
      for (int first = 1; first <= 5; first++) {
        add(sums, "status " + first + "xx", traffic.requests(first));
        add(sums, "requests", traffic.requests(first));
      }
      traffic.failures().forEach((code, count) -> add(sums, "failure " + code, count));
      add(sums, "retries", traffic.retries());
      traffic.attemptsByResult().forEach((word, count) -> add(sums, "result " + word, count));
      addBuckets(sums, "duration", traffic.duration());
      addBuckets(sums, "firstByte", traffic.firstByte());
    }
    return sums;
  }

  private static void add(Map<String, Long> sums, String what, JsonNode counts) {
    counts
        .properties()
        .forEach(one -> add(sums, what + " " + one.getKey(), one.getValue().longValue()));
  }

  private static void addBuckets(Map<String, Long> sums, String what, JsonNode pairs) {
    pairs.forEach(pair -> add(sums, what + " " + pair.get(0), pair.get(1).longValue()));
  }

  private static void addBuckets(Map<String, Long> sums, String what, Latency latency) {
    for (int i = 0; i < Latency.BUCKETS; i++) {
      String bound = i == Latency.BUCKETS - 1 ? "null" : Long.toString(Latency.boundMicros(i));
      add(sums, what + " " + bound, latency.count(i));
    }
  }

  private static void add(Map<String, Long> sums, String what, long count) {
    if (count > 0) {
      sums.merge(what, count, Long::sum);
    }
  }
}
