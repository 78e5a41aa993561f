package io.weir.dataplane.health;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.RouteTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What this process knows of the nodes of upstreams with checks that it may send requests to, for
 * the registry. Thread-safe.
 */
public final class NodeHealthReport {
  /** How many nodes are told at most. */
  public static final int MAX_NODES = 20_000;

  private final Supplier<RouteTable> routes;
  private final UsedUpstreams used = new UsedUpstreams();

  /** Of the table that {@code routes} gives, whichever that is at the time. */
  public NodeHealthReport(Supplier<RouteTable> routes) {
    this.routes = routes;
  }

  /**
   * The nodes about which something is known, by id of the upstream and {@code address:port}: each
   * {@link State#HEALTHY} or {@link State#UNHEALTHY}. If there are more than {@link #MAX_NODES},
   * the unhealthy ones are told first.
   */
  public Map<String, Map<String, NodeFinding>> nodes() {
    return nodes(MAX_NODES);
  }

  Map<String, Map<String, NodeFinding>> nodes(int most) {
    List<UpstreamPool> checked = new ArrayList<>();
    for (UpstreamPool pool : used.of(routes.get())) {
      HealthChecker checker = pool.settings().healthChecker();
      if (checker != null && checker.enabled()) {
        checked.add(pool);
      }
    }
    Map<String, Map<String, NodeFinding>> told = new LinkedHashMap<>();
    int left = add(State.UNHEALTHY, checked, told, most);
    add(State.HEALTHY, checked, told, left);
    return told;
  }

  private static int add(
      State state, List<UpstreamPool> pools, Map<String, Map<String, NodeFinding>> to, int most) {
    int left = most;
    for (UpstreamPool pool : pools) {
      for (LiveNode node : pool.picker().nodes()) {
        if (left == 0) {
          return 0;
        }
        // most are of the other state, and looked at without a lock
        if (node.health().state() == state && add(state, pool, node, to)) {
          left--;
        }
      }
    }
    return left;
  }

  /** One that changed in between is told once. */
  private static boolean add(
      State state, UpstreamPool pool, LiveNode node, Map<String, Map<String, NodeFinding>> to) {
    NodeFinding finding = node.health().finding();
    return finding.state() == state
        && to.computeIfAbsent(pool.id().value(), _ -> new LinkedHashMap<>())
                .putIfAbsent(node.authority(), finding)
            == null;
  }

  /** Another number than before whenever there is something else to tell. */
  public long changes() {
    RouteTable table = routes.get();
    used.of(table);
    long sum = used.changes();
    for (UpstreamPool pool : table.upstreams()) {
      sum += pool.healthChanges();
    }
    return sum;
  }
}
