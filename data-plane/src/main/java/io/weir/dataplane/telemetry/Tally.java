package io.weir.dataplane.telemetry;

import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.exchange.Attempt;
import io.weir.dataplane.exchange.AttemptResult;
import io.weir.dataplane.exchange.Destination;
import io.weir.dataplane.exchange.Failure;
import io.weir.dataplane.exchange.Finished;
import io.weir.dataplane.metrics.Latency;
import io.weir.dataplane.route.Route;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * What one event loop has counted since it was emptied: requests by route, attempts by node, each
 * of the {@value #MOST} that came first, and the others together. One thread at a time.
 *
 * <p>A request costs a look-up by identity for its route and one for each attempt, and a few
 * additions to arrays; there is neither a clock nor a lock in it, and nothing is allocated but for
 * a route or node that had no traffic for some seconds: some 400 bytes. All rows together take no
 * more than {@code 2 * MOST} times that.
 */
final class Tally {
  /** Of so many routes, and of so many nodes, there are counts of their own. */
  static final int MOST = 10_000;

  // of a route

  /** By class of status. */
  static final int STATUS = 0;

  static final int RETRIES = STATUS + LoopTraffic.CLASSES;
  static final int DURATION = RETRIES + 1;
  static final int FAILURES = DURATION + Latency.BUCKETS;
  static final int OF_ROUTE = FAILURES + Failure.values().length;

  // of a node

  /** By {@link AttemptResult}. */
  static final int RESULTS = 0;

  static final int FIRST_BYTE = RESULTS + AttemptResult.values().length;
  static final int OF_NODE = FIRST_BYTE + Latency.BUCKETS;

  private final int most;
  private final Map<Route, long[]> routes = new IdentityHashMap<>();
  private final Map<LiveNode, long[]> nodes = new IdentityHashMap<>();
  private final long[] noRoute = new long[OF_ROUTE];
  private final long[] otherRoutes = new long[OF_ROUTE];
  private final long[] otherNodes = new long[OF_NODE];

  Tally() {
    this(MOST);
  }

  Tally(int most) {
    this.most = most;
  }

  void count(Finished request) {
    Destination destination = request.destination();
    long[] counts = destination == null ? noRoute : of(destination.route());
    counts[STATUS + LoopTraffic.statusClass(request.status())]++;
    counts[RETRIES] += request.retries();
    counts[DURATION + Latency.bucket(request.totalMicros())]++;
    Failure failure = request.failure();
    if (failure != null) {
      counts[FAILURES + failure.ordinal()]++;
    }
    List<Attempt> attempts = request.attempts();
    for (int i = 0; i < attempts.size(); i++) {
      count(attempts.get(i));
    }
  }

  private void count(Attempt attempt) {
    long[] counts = of(attempt.node());
    counts[RESULTS + attempt.result().ordinal()]++;
    long firstByte = attempt.timeline().firstByteMicros();
    if (firstByte >= 0) {
      counts[FIRST_BYTE + Latency.bucket(firstByte)]++;
    }
  }

  private long[] of(Route route) {
    long[] counts = routes.get(route);
    if (counts == null) {
      if (routes.size() >= most) {
        return otherRoutes;
      }
      counts = new long[OF_ROUTE];
      routes.put(route, counts);
    }
    return counts;
  }

  private long[] of(LiveNode node) {
    long[] counts = nodes.get(node);
    if (counts == null) {
      if (nodes.size() >= most) {
        return otherNodes;
      }
      counts = new long[OF_NODE];
      nodes.put(node, counts);
    }
    return counts;
  }

  /** Adds everything to a minute and begins at zero; forgets what had no traffic. */
  void emptyInto(TrafficMinute minute) {
    empty(routes, OF_ROUTE, DURATION, minute::addRoute);
    empty(nodes, OF_NODE, FIRST_BYTE, minute::addNode);
    minute.addOthers(noRoute, otherRoutes, otherNodes);
    Arrays.fill(noRoute, 0);
    Arrays.fill(otherRoutes, 0);
    Arrays.fill(otherNodes, 0);
  }

  private static <K> void empty(
      Map<K, long[]> rows, int size, int countsEnd, BiConsumer<K, long[]> into) {
    Iterator<Map.Entry<K, long[]>> all = rows.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<K, long[]> row = all.next();
      if (sum(row.getValue(), 0, countsEnd) == 0) {
        all.remove();
      } else {
        into.accept(row.getKey(), row.getValue());
        Arrays.fill(row.getValue(), 0, size, 0);
      }
    }
  }

  /** The sum of some counts. */
  static long sum(long[] counts, int from, int to) {
    long sum = 0;
    for (int i = from; i < to; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
