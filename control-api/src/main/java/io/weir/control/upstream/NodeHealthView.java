package io.weir.control.upstream;

import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.Node;
import io.weir.rest.Select;

/**
 * What one data-plane node finds of one node of an upstream, as clients see it.
 *
 * @param node {@code address:port}, IPv6 in brackets
 * @param health {@code HEALTHY} or {@code UNHEALTHY}
 * @param since when the data-plane node first reported so, RFC 3339
 */
public record NodeHealthView(String node, Health health, String dataPlaneNode, String since) {
  /** Everything found of the nodes an upstream has now; nothing if it has no check enabled. */
  static Select select(Upstream upstream) {
    HealthChecker checker = upstream.settings().healthChecker();
    String[] nodes =
        checker == null || !checker.enabled()
            ? new String[0]
            : upstream.nodes().list().stream().map(Node::authority).toArray(String[]::new);
    return Select.of("node, state, data_plane_node, changed_at", "read.node_health")
        .where("upstream_id = ?", upstream.id().value())
        .where("node = any(?)", nodes)
        .orderBy("node, data_plane_node");
  }

  static NodeHealthView of(Row row) {
    return new NodeHealthView(
        row.getString("node"),
        Health.valueOf(row.getString("state")),
        row.getString("data_plane_node"),
        row.getOffsetDateTime("changed_at").toInstant().toString());
  }
}
