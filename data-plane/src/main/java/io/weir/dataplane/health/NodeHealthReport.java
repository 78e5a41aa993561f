package io.weir.dataplane.health;

import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.LiveNode;
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
   * The nodes about which something is known, by upstream and {@code address:port}: each {@link
   * State#HEALTHY} or {@link State#UNHEALTHY}. If there are more than {@link #MAX_NODES}, the
   * unhealthy ones are told first.
   */
  public Map<UpstreamId, Map<String, State>> nodes() {
    return nodes(MAX_NODES);
  }

  /** The same in words. */
  public Map<String, Map<String, String>> words() {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    nodes()
        .forEach(
            (upstream, nodes) -> {
              Map<String, String> states = new LinkedHashMap<>();
              nodes.forEach((node, state) -> states.put(node, state.name()));
              words.put(upstream.value(), states);
            });
    return words;
  }

  Map<UpstreamId, Map<String, State>> nodes(int most) {
    List<UpstreamPool> checked = new ArrayList<>();
    for (UpstreamPool pool : used.of(routes.get())) {
      HealthChecker checker = pool.settings().healthChecker();
      if (checker != null && checker.enabled()) {
        checked.add(pool);
      }
    }
    Map<UpstreamId, Map<String, State>> told = new LinkedHashMap<>();
    int left = add(State.UNHEALTHY, checked, told, most);
    add(State.HEALTHY, checked, told, left);
    return told;
  }

  private static int add(
      State state, List<UpstreamPool> pools, Map<UpstreamId, Map<String, State>> to, int most) {
    int left = most;
    for (UpstreamPool pool : pools) {
      for (LiveNode node : pool.picker().nodes()) {
        if (left == 0) {
          return 0;
        }
        // one that changed in between is told once
        if (node.health().state() == state
            && to.computeIfAbsent(pool.id(), _ -> new LinkedHashMap<>())
                    .putIfAbsent(node.authority(), state)
                == null) {
          left--;
        }
      }
    }
    return left;
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
