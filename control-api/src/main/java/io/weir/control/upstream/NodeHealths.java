package io.weir.control.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Node;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found of an upstream's nodes, by {@link Node#authority()}. View {@code node_health} holds
 * what live replicas report, and nothing of the others.
 */
record NodeHealths(boolean checked, @Nullable JsonNode found) {
  /** Of the upstream {@code t.id}: an object of {@code HEALTHY} and {@code UNHEALTHY} by node. */
  static final String COLUMN =
      """
      (select coalesce(json_object_agg(h.node, h.state), '{}')::text
        from (select node, case when bool_or(state = 'UNHEALTHY') then 'UNHEALTHY' else 'HEALTHY' end as state
          from %s where upstream_id = t.id group by node) h) as node_health\
      """
          .formatted(ReadView.NODE_HEALTH);

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
    return readModel
        .first(
            "select " + COLUMN + " from (select $1::text as id) t", List.of(upstream.id().value()))
        .map(
            row ->
                row.map(of -> new NodeHealths(true, ReadModel.json(of, "node_health")))
                    .orElse(UNKNOWN))
        .onFailure(ProblemException.class)
        .recoverWithItem(UNKNOWN);
  }

  /** Writes into the representation of an upstream what is found of its nodes. */
  ObjectNode tell(ObjectNode upstream) {
    for (JsonNode node : upstream.path("nodes")) {
      tellOne((ObjectNode) node);
    }
    return upstream;
  }

  /** The same of one of its nodes. */
  ObjectNode tellOne(ObjectNode node) {
    return node.put("health", of(authority(node)).name());
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
    new NodeHealths(checked, ReadModel.json(row, "node_health")).tell(upstream);
  }

  /** {@link Node#authority()} of a node that was checked when it was written. */
  private static String authority(JsonNode node) {
    String address = node.path("address").textValue();
    return (address.contains(":") ? "[" + address + "]" : address) + ":" + node.path("port");
  }
}
