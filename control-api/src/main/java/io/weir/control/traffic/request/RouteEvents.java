package io.weir.control.traffic.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.control.traffic.NamedObjects;
import io.weir.control.traffic.ObjectNames;
import io.weir.rest.At;
import io.weir.rest.Freshness;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * By whom, when and why the route of a request was made as it was: the release that the environment
 * answered with, the upstream, and its connection with the instance.
 */
@ApplicationScoped
class RouteEvents {
  private static final Logger LOG = Logger.getLogger(RouteEvents.class);

  /** The read model is moments behind what a replica may have served already. */
  private static final long WAIT_MILLIS = 2_000;

  /**
   * What made a route: the newest release into its environment, or switch of that, up to a
   * position, and the events that the image names.
   */
  private static final String SQL =
      """
      with made(made, position) as (values
        ('RELEASE', (select max(r.position) from %1$s r
          where r.concerns @> array[$1::text] and r.position <= $2::bigint
            and (r.type like 'service.released.%%' or r.type like 'service.environment-switched.%%'))),
        ('UPSTREAM', $3::bigint), ('NETWORK', $4::bigint))
      select coalesce(json_agg(json_strip_nulls(json_build_object('position', e.position,
          'type', e.type, 'subject', substr(e.stream, strpos(e.stream, '/') + 1), 'actor', e.actor,
          'reason', e.reason, 'at', to_char(e.recorded_at at time zone 'UTC',
            'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'made', made.made)) order by e.position desc), '[]')::text as events
      from made join %1$s e on e.position = made.position\
      """
          .formatted(ReadView.EVENT);

  private final Reads reads;
  private final ReadModel readModel;
  private final NamedObjects named;

  RouteEvents(Reads reads, ReadModel readModel, NamedObjects named) {
    this.reads = reads;
    this.readModel = readModel;
    this.named = named;
  }

  /**
   * A request with the names of what it went through, and the events that made its route; without
   * those while they cannot be read. Never fails.
   */
  Uni<ObjectNode> of(KeptRequest request) {
    ObjectNode tree = request.tree();
    return past(request)
        .chain(
            past ->
                past.map(image -> events(request, image, tree))
                    .orElseGet(() -> unknown(request, tree)));
  }

  /** The configuration that served it; empty if that was none of this ledger. */
  private Uni<Optional<GatewayImage>> past(KeptRequest request) {
    if (request.position() == 0 || request.serviceId() == null) {
      return Uni.createFrom().item(Optional.empty());
    }
    return reads
        .find(new At.OfPosition(request.position()))
        .chain(moment -> reads.image(moment))
        .map(Optional::of)
        .onFailure()
        .invoke(e -> LOG.debugf("event %d cannot be looked at: %s", request.position(), e))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  private Uni<ObjectNode> unknown(KeptRequest request, ObjectNode tree) {
    return named
        .now()
        .map(
            names -> {
              name(tree, request, names);
              tree.putArray("events");
              return tree;
            });
  }

  private Uni<ObjectNode> events(KeptRequest request, GatewayImage image, ObjectNode tree) {
    name(tree, request, new ObjectNames(image));
    RouteThen then = RouteThen.of(image, request);
    if (then == null) {
      tree.putArray("events");
      return Uni.createFrom().item(tree);
    }
    List<Object> values =
        Arrays.asList(then.environment(), image.position(), then.upstream(), then.connection());
    return readModel
        .reached(new Freshness(image.position(), WAIT_MILLIS))
        .chain(() -> readModel.first(SQL, values))
        .map(row -> row.map(found -> ReadModel.tree(found, "events")))
        .onFailure(ProblemException.class)
        .recoverWithItem(Optional.empty())
        .map(
            events -> {
              events.ifPresent(all -> tree.set("events", rounded(all)));
              return tree;
            });
  }

  /** Times as everywhere: without zeros at the end of their fraction. */
  private static ArrayNode rounded(JsonNode events) {
    ArrayNode all = Json.MAPPER.createArrayNode();
    for (JsonNode event : events) {
      ObjectNode one = event.deepCopy();
      one.put("at", Instant.parse(event.path("at").asText()).toString());
      all.add(one);
    }
    return all;
  }

  private static void name(ObjectNode tree, KeptRequest request, ObjectNames names) {
    text(tree, "serviceName", names.service(request.serviceId()));
    text(tree, "apiName", names.api(request.serviceId(), request.environment(), request.apiId()));
    text(tree, "upstreamName", names.upstream(request.upstreamId()));
  }

  private static void text(ObjectNode tree, String member, @Nullable String text) {
    if (text != null) {
      tree.put(member, text);
    }
  }
}
