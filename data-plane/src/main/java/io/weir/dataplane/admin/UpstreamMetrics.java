package io.weir.dataplane.admin;

import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.balance.NodeHealth.State;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.forward.Traffic;
import io.weir.dataplane.forward.Traffic.OfUpstream;
import io.weir.dataplane.route.RouteTable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What is told of upstreams and their nodes. */
final class UpstreamMetrics {
  private final PrometheusText out;
  private final List<UpstreamPool> upstreams;

  UpstreamMetrics(PrometheusText out, RouteTable table) {
    this.out = out;
    upstreams = table.upstreams();
  }

  /** Of all of them together. */
  void summary() {
    long nodes = 0;
    long unhealthy = 0;
    long failOpen = 0;
    for (UpstreamPool upstream : upstreams) {
      long ill = 0;
      for (int i = 0; i < upstream.picker().size(); i++) {
        ill += upstream.picker().node(i).health().state() == State.UNHEALTHY ? 1 : 0;
      }
      nodes += upstream.picker().size();
      unhealthy += ill;
      failOpen += ill > 0 && upstream.failOpen() ? 1 : 0;
    }
    out.gauge("weir_upstreams", "Upstreams known.", upstreams.size());
    out.gauge("weir_upstreams_fail_open", "Upstreams without a healthy node.", failOpen);
    out.gauge("weir_nodes", "Nodes of all upstreams.", nodes);
    out.gauge("weir_nodes_unhealthy", "Nodes that get no requests for their health.", unhealthy);
  }

  /** Of each upstream that has had requests. */
  void traffic(Traffic traffic) {
    Set<String> known = HashSet.newHashSet(upstreams.size());
    upstreams.forEach(upstream -> known.add(upstream.id().value()));
    Map<String, OfUpstream> counts = traffic.upstreams(known);
    out.family("weir_upstream_requests_total", "counter", "Requests for the upstream.");
    counts.forEach((id, of) -> out.sample(of.requests(), "upstream", id));
    out.family("weir_upstream_failures_total", "counter", "Requests failed or answered 5xx.");
    counts.forEach((id, of) -> out.sample(of.failures(), "upstream", id));
    out.family("weir_upstream_duration_seconds", "histogram", "Head to end of the response.");
    counts.forEach((id, of) -> out.histogram(of.duration(), "upstream", id));
  }

  /** Of each node that has had requests or is unhealthy. */
  void nodes() {
    out.family("weir_node_status", "gauge", "1 if the node may get requests, 0 if unhealthy.");
    each((upstream, node) -> out.sample(healthy(node), labels(upstream, node)));
    out.family("weir_node_answers_total", "counter", "Requests the node answered.");
    each((upstream, node) -> out.sample(node.health().answers(), labels(upstream, node)));
    out.family("weir_node_failures_total", "counter", "Attempts that failed, by kind.");
    each(
        (upstream, node) -> {
          for (NodeHealth.Failure kind : NodeHealth.Failure.values()) {
            out.sample(
                node.health().failures(kind),
                "upstream",
                upstream.id().value(),
                "node",
                node.authority(),
                "kind",
                kind.name().toLowerCase(Locale.ROOT));
          }
        });
  }

  private static int healthy(LiveNode node) {
    return node.health().state() == State.UNHEALTHY ? 0 : 1;
  }

  private static String[] labels(UpstreamPool upstream, LiveNode node) {
    return new String[] {"upstream", upstream.id().value(), "node", node.authority()};
  }

  private interface Each {
    void node(UpstreamPool upstream, LiveNode node);
  }

  private void each(Each told) {
    for (UpstreamPool upstream : upstreams) {
      for (int i = 0; i < upstream.picker().size(); i++) {
        LiveNode node = upstream.picker().node(i);
        if (node.health().isKnown()) {
          told.node(upstream, node);
        }
      }
    }
  }
}
