package io.weir.control.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Node;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Select;
import org.jspecify.annotations.Nullable;

/**
 * What is found of an upstream's nodes, by {@link Node#authority()}. View {@code read.node_health}
 * holds what live data-plane nodes report, and nothing of the others.
 */
record NodeHealths(boolean checked, @Nullable JsonNode found) {
  /** Of the upstream {@code u.id}: an object of {@code HEALTHY} and {@code UNHEALTHY} by node. */
  static final String COLUMN =
      """
      (select coalesce(json_object_agg(h.node, h.state), '{}')::text
        from (select node, case when bool_or(state = 'UNHEALTHY') then 'UNHEALTHY' else 'HEALTHY' end as state
          from read.node_health where upstream_id = u.id group by node) h) as node_health""";

  private static final NodeHealths UNCHECKED = new NodeHealths(false, null);
  private static final NodeHealths UNKNOWN = new NodeHealths(true, null);

  /**
   * Of an upstream. The configuration is answered without the read model, so if that is away,
   * nothing is found, and nothing fails.
   */
  static Uni<NodeHealths> of(Upstream upstream, ReadModel readModel) {
    var checker = upstream.settings().healthChecker();
    if (checker == null || !checker.enabled()) {
      return Uni.createFrom().item(UNCHECKED);
    }
    var select =
        Select.of(COLUMN, "read.upstream u").where("id = ?", upstream.id().value()).uncounted();
    return readModel
        .page(
            select, new Page(1, 0), new Freshness(0, 0), row -> ReadModel.json(row, "node_health"))
        .map(
            listing ->
                listing.items().isEmpty()
                    ? UNKNOWN
                    : new NodeHealths(true, listing.items().getFirst()))
        .onFailure(ProblemException.class)
        .recoverWithItem(UNKNOWN);
  }

  Health of(Node node) {
    return of(node.authority());
  }

  private Health of(String authority) {
    if (!checked) {
      return Health.OFF;
    }
    JsonNode state = found == null ? null : found.get(authority);
    return state == null ? Health.NO_DATA : Health.valueOf(state.textValue());
  }

  /** Writes into the representation of an upstream what the row beside it says of its nodes. */
  static void show(ObjectNode upstream, Row row) {
    JsonNode checker = upstream.path("healthChecker");
    boolean checked =
        checker.path("enableActiveCheck").asBoolean()
            || checker.path("enablePassiveCheck").asBoolean();
    NodeHealths healths = new NodeHealths(checked, ReadModel.json(row, "node_health"));
    for (JsonNode node : upstream.path("nodes")) {
      ((ObjectNode) node).put("health", healths.of(authority(node)).name());
    }
  }

  /** {@link Node#authority()} of a node that was checked when it was written. */
  private static String authority(JsonNode node) {
    String address = node.path("address").textValue();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + node.path("port");
  }
}
