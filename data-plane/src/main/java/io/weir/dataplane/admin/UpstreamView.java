package io.weir.dataplane.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.NodeHealth;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodePicker;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.RouteTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Upstreams as JSON, a page at a time: how requests are shared among their nodes right now. */
final class UpstreamView {
  private UpstreamView() {}

  /** By id. */
  static JsonNode upstreams(RouteTable table, Page page) {
    List<UpstreamPool> upstreams = new ArrayList<>(table.upstreams());
    upstreams.sort(Comparator.comparing(UpstreamPool::id));
    ArrayNode items = Json.MAPPER.createArrayNode();
    upstreams.stream()
        .skip(page.offset())
        .limit(page.limit())
        .forEach(upstream -> add(items.addObject(), upstream));
    return RouteView.view(table, upstreams.size(), items);
  }

  private static void add(ObjectNode view, UpstreamPool upstream) {
    view.put("id", upstream.id().value());
    settings(view, upstream.settings());
    view.put("failOpen", upstream.failOpen())
        .put("failOpenPicks", upstream.failOpenPicks())
        .put("healthChanges", upstream.healthChanges())
        .put("overloads", upstream.overloads());
    view.putObject("retryBudget")
        .put("active", upstream.active())
        .put("retrying", upstream.budget().retrying());
    ArrayNode nodes = view.putArray("nodes");
    NodePicker picker = upstream.picker();
    double[] shares = picker.parts();
    for (int i = 0; i < shares.length; i++) {
      add(nodes.addObject(), picker.node(i), picker.weight(i), shares[i]);
    }
  }

  private static void settings(ObjectNode view, UpstreamSettings settings) {
    if (settings.name() != null) {
      view.put("name", settings.name().value());
    }
    view.put("vpcId", settings.vpcId().value())
        .put("algorithm", settings.algorithm().name())
        .put("protocol", settings.protocol().name())
        .put("httpVersion", settings.httpVersion().name());
    if (settings.hostHeader() != null) {
      view.put("hostHeader", settings.hostHeader().value());
    }
    view.put("retries", settings.retries().value())
        .put("retryNonIdempotent", settings.retryOn().nonIdempotent());
    ArrayNode statuses = view.putArray("retryStatuses");
    settings.retryOn().statuses().forEach(status -> statuses.add(status.intValue()));
    view.put("slowStartSeconds", settings.slowStart().seconds());
    UpstreamLimits limits = settings.limits();
    view.putObject("limits")
        .put("maxConnectionsPerNode", limits.maxConnectionsPerNode())
        .put("maxRequestsPerNode", limits.maxRequestsPerNode())
        .put("maxRequests", limits.maxRequests());
    HealthChecker checker = settings.healthChecker();
    view.put("activeChecks", checker != null && checker.enableActiveCheck())
        .put("passiveChecks", checker != null && checker.enablePassiveCheck())
        .put("panicThreshold", checker == null ? 0 : checker.panicThreshold());
  }

  private static void add(ObjectNode view, LiveNode node, int weight, double share) {
    NodeHealth health = node.health();
    view.put("node", node.authority())
        .put("weight", weight)
        .put("share", Math.round(1e4 * share) / 1e4)
        .put("requests", node.requestsActive())
        .put("connections", node.connections().open())
        .put("draining", node.draining())
        .put("health", health.state().name())
        .put("answers", health.answers())
        .put("tcpFailures", health.failures(Failure.TCP))
        .put("timeouts", health.failures(Failure.TIMEOUT))
        .put("httpFailures", health.failures(Failure.HTTP))
        .put("consecutiveFailures", health.consecutiveFailures());
  }
}
