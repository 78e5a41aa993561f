package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import java.util.List;

/**
 * {@code /v1/upstreams/{id}/health}: what each replica finds of each node that the upstream has
 * now; nothing if it has no check enabled.
 */
@Path("/v1/upstreams/{id}/health")
public class NodeHealthLists extends ListResource {
  private static final String NODE = "node collate \"C\"";
  private static final String REPLICA = "replica collate \"C\"";

  NodeHealthLists(Lists lists, Reads reads) {
    super(
        lists,
        ListOf.rows(ReadView.NODE_HEALTH, "node", KeyType.TEXT, NODE, REPLICA)
            .of(
                reads,
                "id",
                UpstreamId::new,
                GatewayImage::upstreams,
                List.of("upstream_id = ?", "node = any(?)"),
                (id, upstream) -> List.of(id.value(), nodes(upstream)))
            .order("node")
            .either("unhealthy", "state = 'UNHEALTHY'")
            .searching("lower(concat_ws(E'\\n', node, replica))")
            .with("node, state, replica", NodeHealthLists::found)
            .whole("changed_at, cause", NodeHealthLists::why));
  }

  private static String[] nodes(Upstream upstream) {
    HealthChecker checker = upstream.settings().healthChecker();
    return checker == null || !checker.enabled()
        ? new String[0]
        : upstream.nodes().list().stream().map(Node::authority).toArray(String[]::new);
  }

  private static void found(ObjectNode item, Row row) {
    item.put("node", row.getString("node"))
        .put("health", row.getString("state"))
        .put("replica", row.getString("replica"));
  }

  private static void why(ObjectNode item, Row row) {
    if (row.getString("cause") != null) {
      item.put("cause", row.getString("cause"));
    }
    item.put("since", ReadModel.time(row, "changed_at"));
  }
}
