package io.weir.control.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Node;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is found of an upstream's nodes, by {@link Node#authority()}. View {@code node_health} holds
 * what live replicas report, and nothing of the others.
 */
record NodeHealths(boolean checked, @Nullable JsonNode found) {
  /** What is found of an upstream as a whole. */
  enum Sum {
    /** A node is found unfit by a live replica. */
    UNHEALTHY,
    /** Nodes are found fit, and none unfit. */
    HEALTHY,
    /** Nobody looks, or nobody has found anything yet. */
    UNKNOWN
  }

  /**
   * Of the upstream {@code t.id}, by node: what is found, and of one that is unhealthy what the
   * first replica that found so says.
   */
  static final String COLUMN =
      """
      (select coalesce(json_object_agg(h.node, json_build_object(
          'health', h.state, 'cause', h.cause, 'since', (extract(epoch from h.changed_at) * 1000000)::bigint)), '{}')::text
        from (select distinct on (node) node, state, cause, changed_at
          from %s where upstream_id = t.id
          order by node, state desc, changed_at, replica) h) as node_health\
      """
          .formatted(ReadView.NODE_HEALTH);

  /** Of the upstream {@code t}, whose nodes and checks are in its document: a {@link Sum}. */
  static final String SUM =
      """
      coalesce((select case when bool_or(h.state = 'UNHEALTHY') then 'UNHEALTHY' else 'HEALTHY' end
        from %s h
        where h.upstream_id = t.id
          and 'true' in (t.document #>> '{healthChecker,enableActiveCheck}',
            t.document #>> '{healthChecker,enablePassiveCheck}')
          and h.node in (
            select case when n ->> 'address' like '%%:%%' then '[' || (n ->> 'address') || ']'
                else n ->> 'address' end || ':' || (n ->> 'port')
            from json_array_elements(t.document -> 'nodes') n)
        having count(*) > 0), 'UNKNOWN')\
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
    JsonNode said = found == null ? MissingNode.getInstance() : found.path(authority(node));
    Health health =
        !checked
            ? Health.OFF
            : said.isMissingNode()
                ? Health.NO_DATA
                : Health.valueOf(said.path("health").textValue());
    node.put("health", health.name());
    if (health == Health.UNHEALTHY) {
      if (said.path("cause").isTextual()) {
        node.set("healthCause", said.get("cause"));
      }
      Instant since = Instant.EPOCH.plus(said.path("since").longValue(), ChronoUnit.MICROS);
      node.put("healthSince", since.toString());
    }
    return node;
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
