package io.weir.dataplane.telemetry;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.metrics.Latency;
import io.weir.dataplane.route.Route;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all event loops together counted in a minute, by API and by node: of at most {@value
 * #MOST_KEYS} each, and of the others together. One thread.
 */
final class TrafficMinute {
  /** Of so many APIs, and of so many nodes, there are counts of their own. */
  static final int MOST_KEYS = 20_000;

  /** So many rows of APIs are told, those with most requests. */
  static final int MOST_ROWS = 500;

  /** So many rows of nodes are told, those with most attempts. */
  static final int MOST_NODES = 1_000;

  private static final Failure[] ALL_FAILURES = Failure.values();
  private static final AttemptResult[] ALL_RESULTS = AttemptResult.values();

  private final Instant begin;
  private final Map<ApiKey, long[]> apis = new HashMap<>();
  private final Map<NodeKey, long[]> nodes = new HashMap<>();
  private final long[] noRoute = new long[Tally.OF_ROUTE];
  private final long[] otherApis = new long[Tally.OF_ROUTE];
  private final long[] otherNodes = new long[Tally.OF_NODE];
  private boolean told = true;

  private record ApiKey(String service, String environment, String api, String upstream) {
    static ApiKey of(Route route) {
      return new ApiKey(
          route.serviceId().value(),
          route.environment().value(),
          route.apiId().value(),
          route.upstreamId().value());
    }
  }

  private record NodeKey(String upstream, String node) {}

  /** One in which nothing was counted yet. */
  TrafficMinute(Instant begin) {
    this.begin = begin;
  }

  Instant begin() {
    return begin;
  }

  /** Whether there is something that was not told. */
  boolean isNews() {
    return !told;
  }

  void addRoute(Route route, long[] counts) {
    addTo(apis, ApiKey.of(route), otherApis, counts);
  }

  void addNode(LiveNode node, long[] counts) {
    addTo(nodes, new NodeKey(node.upstreamId().value(), node.authority()), otherNodes, counts);
  }

  /** Adds the requests without a route, and rows of their own that there was no room for. */
  void addOthers(long[] ofNoRoute, long[] ofRoutes, long[] ofNodes) {
    add(noRoute, ofNoRoute);
    add(otherApis, ofRoutes);
    add(otherNodes, ofNodes);
  }

  private <K> void addTo(Map<K, long[]> rows, K key, long[] others, long[] counts) {
    long[] row = rows.get(key);
    if (row == null) {
      row = rows.size() < MOST_KEYS ? new long[counts.length] : others;
      if (row != others) {
        rows.put(key, row);
      }
    }
    add(row, counts);
  }

  private void add(long[] to, long[] counts) {
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        to[i] += counts[i];
        told = false;
      }
    }
  }

  /** Writes everything: members {@code minute}, {@code rows} and {@code nodes}. */
  void tell(ObjectNode to) {
    told = true;
    to.put("minute", begin.toString());
    ArrayNode rows = to.putArray("rows");
    long[] others = otherApis.clone();
    for (Map.Entry<ApiKey, long[]> row : most(apis, MOST_ROWS, others)) {
      tellApi(rows.addObject(), row.getKey(), row.getValue());
    }
    tellRest(rows, noRoute, false);
    tellRest(rows, others, true);
    ArrayNode list = to.putArray("nodes");
    long[] rest = otherNodes.clone();
    for (Map.Entry<NodeKey, long[]> row : most(nodes, MOST_NODES, rest)) {
      tellNode(list.addObject(), row.getKey(), row.getValue());
    }
    if (attempts(rest) > 0) {
      tellNode(list.addObject().put("others", true), null, rest);
    }
  }

  /** The largest rows; adds up the others. */
  private static <K> List<Map.Entry<K, long[]>> most(Map<K, long[]> rows, int most, long[] others) {
    List<Map.Entry<K, long[]>> all =
        rows.entrySet().stream()
            .sorted((a, b) -> Long.compare(size(b.getValue()), size(a.getValue())))
            .toList();
    for (Map.Entry<K, long[]> row : all.subList(Math.min(most, all.size()), all.size())) {
      for (int i = 0; i < others.length; i++) {
        others[i] += row.getValue()[i];
      }
    }
    return all.subList(0, Math.min(most, all.size()));
  }

  private static long size(long[] counts) {
    return counts.length == Tally.OF_ROUTE ? requests(counts) : attempts(counts);
  }

  private static long requests(long[] counts) {
    return Tally.sum(counts, Tally.STATUS, Tally.RETRIES);
  }

  private static long attempts(long[] counts) {
    return Tally.sum(counts, Tally.RESULTS, Tally.FIRST_BYTE);
  }

  private static void tellApi(ObjectNode row, ApiKey key, long[] counts) {
    row.put("serviceId", key.service())
        .put("environment", key.environment())
        .put("apiId", key.api())
        .put("upstreamId", key.upstream());
    tellRequests(row, counts);
  }

  private static void tellRest(ArrayNode rows, long[] counts, boolean others) {
    if (requests(counts) > 0) {
      ObjectNode row = rows.addObject();
      if (others) {
        row.put("others", true);
      }
      tellRequests(row, counts);
    }
  }

  private static void tellRequests(ObjectNode row, long[] counts) {
    row.put("requests", requests(counts));
    ObjectNode status = row.putObject("status");
    for (int first = 1; first < LoopTraffic.CLASSES; first++) {
      put(status, first + "xx", counts[Tally.STATUS + first]);
    }
    ObjectNode failures = row.putObject("failures");
    for (Failure failure : ALL_FAILURES) {
      put(failures, failure.name(), counts[Tally.FAILURES + failure.ordinal()]);
    }
    row.put("retries", counts[Tally.RETRIES]);
    tellBuckets(row.putArray("durations"), counts, Tally.DURATION);
  }

  private static void tellNode(ObjectNode row, @Nullable NodeKey key, long[] counts) {
    if (key != null) {
      row.put("upstreamId", key.upstream()).put("node", key.node());
    }
    row.put("attempts", attempts(counts));
    long failed = 0;
    ObjectNode results = Json.MAPPER.createObjectNode();
    for (AttemptResult result : ALL_RESULTS) {
      long count = counts[Tally.RESULTS + result.ordinal()];
      put(results, result.text(), count);
      failed += result.isFailure() ? count : 0;
    }
    row.put("failed", failed).set("results", results);
    tellBuckets(row.putArray("firstByte"), counts, Tally.FIRST_BYTE);
  }

  /** The last bucket has no upper bound. */
  private static void tellBuckets(ArrayNode to, long[] counts, int from) {
    for (int bucket = 0; bucket < Latency.BUCKETS; bucket++) {
      long count = counts[from + bucket];
      if (count > 0) {
        ArrayNode pair = to.addArray();
        if (bucket < Latency.BUCKETS - 1) {
          pair.add(Latency.boundMicros(bucket));
        } else {
          pair.addNull();
        }
        pair.add(count);
      }
    }
  }

  private static void put(ObjectNode to, String name, long count) {
    if (count > 0) {
      to.put(name, count);
    }
  }
}
