package io.weir.registry.replica;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InvalidValueException;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What the data-plane nodes last said about themselves. */
@ApplicationScoped
class DataPlaneNodes {
  /** Six times the interval in which a node reports. */
  static final int LIVE_SECONDS = 30;

  private static final String LIVE =
      "last_seen_at > now() - interval '" + LIVE_SECONDS + " seconds'";

  private static final String UNHEALTHY =
      "(select count(*)::int from read.node_health h"
          + " where h.data_plane_node = n.node_id and h.state = 'UNHEALTHY') as unhealthy_nodes";

  private final ReadModel readModel;

  DataPlaneNodes(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** One page of the nodes that serve an instance, or of all if that is null. */
  Uni<Response> list(
      @Nullable InstanceId instance, @Nullable String live, Paging paging, Fresh fresh) {
    Parameters parameters = new Parameters();
    Boolean wantedLive = parameters.value("live", live, DataPlaneNodes::yesOrNo);
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    var select =
        Select.of(
                "node_id, instance, state, document ->> 'reason' as reason, position, address,"
                    + " admin_address, last_seen_at, "
                    + UNHEALTHY
                    + ", "
                    + LIVE
                    + " as live",
                "read.data_plane_node n")
            .where("instance in (?, '*')", instance == null ? null : instance.value())
            .where("(" + LIVE + ") = ?", wantedLive)
            .orderBy("node_id");
    return readModel.list(select, page, freshness, DataPlaneNodeView::of);
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValueException("must be true or false");
    };
  }
}
