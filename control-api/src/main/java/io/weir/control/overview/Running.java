package io.weir.control.overview;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.Node;
import io.weir.ledger.command.Rules;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.ReplicaSql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What live replicas say.
 *
 * @param replicas how many of them there are
 * @param found what needs attention
 */
record Running(Replicas replicas, List<Attention> found) {
  /**
   * Replicas that are live.
   *
   * @param serving how many are ready
   * @param behind how many had not applied what was 10 seconds old when they last said something
   * @param lagMillis of the one that is furthest behind: for how long the oldest event that it has
   *     not applied has been recorded
   */
  record Replicas(int serving, int total, int behind, long lagMillis) {}

  private static final String SQL =
      """
      select
        (select coalesce(json_agg(json_build_object('id', t.replica_id, 'state', t.state,
            'ready', coalesce((t.document ->> 'ready')::boolean, false),
            'reason', t.document ->> 'reason', 'position', t.position,
            'behind', exists (select from ledger.event e where e.position = t.position + 1
              and e.recorded_at < t.last_seen_at - interval '10 seconds'),
            'lagMillis', %s)), '[]')
          from %s t where %s)::text as replicas,
        (select coalesce(json_agg(json_build_object('upstream', h.upstream_id, 'node', h.node)), '[]')
          from (select distinct upstream_id, node from %s where state = 'UNHEALTHY') h)::text as unhealthy\
      """
          .formatted(
              ReplicaSql.lagMillis("t"),
              ReadView.REPLICA,
              ReplicaSql.live("t.last_seen_at"),
              ReadView.NODE_HEALTH);

  /**
   * What they say of the upstreams of an image. The configuration is answered without the read
   * model: if that is away, nobody says anything, and nothing fails.
   */
  static Uni<Optional<Running>> of(GatewayImage image, ReadModel readModel) {
    return readModel
        .first(SQL, List.of())
        .map(row -> row.map(said -> of(image, said)))
        .onFailure(ProblemException.class)
        .recoverWithItem(Optional.empty());
  }

  private static Running of(GatewayImage image, Row said) {
    return of(image, ReadModel.tree(said, "replicas"), ReadModel.tree(said, "unhealthy"));
  }

  static Running of(GatewayImage image, JsonNode replicas, JsonNode unhealthy) {
    List<Attention> found = new ArrayList<>();
    int serving = 0;
    int behind = 0;
    long lagMillis = 0;
    for (JsonNode replica : replicas) {
      serving += replica.path("ready").asBoolean() ? 1 : 0;
      if (replica.path("state").asText().equals("STUCK")) {
        found.add(
            Attention.ofReplica(
                Attention.Code.REPLICA_STUCK,
                Attention.Severity.ERROR,
                replica.path("id").asText(),
                replica.path("reason").asText("it cannot go on")));
      } else if (replica.path("behind").asBoolean()) {
        found.add(
            Attention.ofReplica(
                Attention.Code.REPLICA_BEHIND,
                Attention.Severity.WARNING,
                replica.path("id").asText(),
                "at event " + replica.path("position") + ", the ledger is at " + image.position()));
      }
      lagMillis = Math.max(lagMillis, replica.path("lagMillis").asLong());
      behind += replica.path("behind").asBoolean() ? 1 : 0;
    }
    unfit(image, unhealthy, found);
    return new Running(new Replicas(serving, replicas.size(), behind, lagMillis), found);
  }

  /** Of the nodes that are there now; of others, and where no check is enabled, nobody cares. */
  private static void unfit(GatewayImage image, JsonNode unhealthy, List<Attention> found) {
    Map<String, Set<String>> unfit = new HashMap<>();
    unhealthy.forEach(
        node ->
            unfit
                .computeIfAbsent(node.path("upstream").asText(), _ -> new HashSet<>())
                .add(node.path("node").asText()));
    if (unfit.isEmpty()) {
      return;
    }
    for (Upstream upstream : image.upstreams().values()) {
      HealthChecker checker = upstream.settings().healthChecker();
      Set<String> names = unfit.get(upstream.id().value());
      if (names != null && checker != null && checker.enabled()) {
        unfit(upstream, names, found);
      }
    }
  }

  private static void unfit(Upstream upstream, Set<String> names, List<Attention> found) {
    List<String> unfit = new ArrayList<>();
    int fit = 0;
    for (Node node : upstream.nodes().list()) {
      if (!node.takesRequests()) {
        continue;
      }
      if (names.contains(node.authority())) {
        unfit.add(node.authority());
      } else {
        fit++;
      }
    }
    if (!unfit.isEmpty()) {
      found.add(
          Attention.of(
              Attention.Code.UNHEALTHY_NODES,
              Attention.severity(fit == 0),
              upstream,
              "found unfit for requests: " + Rules.first(unfit),
              unfit.size()));
    }
  }
}
