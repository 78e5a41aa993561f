package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.content.UpstreamContent;
import io.weir.contracts.content.Violation;
import io.weir.contracts.content.Violations;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeName;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Answer;
import io.weir.ledger.command.Kind;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.EntityTags;
import io.weir.rest.Fresh;
import io.weir.rest.KnownTags;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Refusals;
import io.weir.rest.Writes;
import io.weir.rest.kind.FieldsReset;
import io.weir.rest.kind.Shown;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/**
 * {@code /v1/upstreams/{upstreamId}/nodes/{address:port}}: single nodes. They have no version of
 * their own; what changes one answers with the upstream.
 */
@Path("/v1/upstreams/{upstreamId}/nodes/{node}")
public class NodeResource {
  private final Writes writes;
  private final Reads reads;
  private final ReadModel readModel;
  private final Kind<UpstreamId, Upstream, UpstreamContent> kind;

  NodeResource(Writes writes, Reads reads, ReadModel readModel, NodeWarnings warnings) {
    this.writes = writes;
    this.reads = reads;
    this.readModel = readModel;
    this.kind = UpstreamKind.of(warnings);
  }

  @GET
  public Uni<Response> get(
      @Context UriInfo request, @BeanParam Fresh fresh, @BeanParam KnownTags known) {
    UpstreamId id = upstream(request);
    NodeName name = PathIds.read(request, "node", NodeName::of);
    return reads
        .image(fresh)
        .chain(
            image -> {
              Upstream upstream = Shown.find(kind, image, id).object();
              ObjectNode node =
                  NodeEdits.json(
                      node(upstream, name)
                          .orElseThrow(() -> absent(id, name).at(image.position())));
              Uni<ObjectNode> whole =
                  fresh.asksForThePast()
                      ? Uni.createFrom().item(node)
                      : NodeHealths.of(upstream, readModel).map(healths -> healths.tellOne(node));
              return whole.map(
                  view ->
                      Answers.read(
                          view,
                          EntityTags.tag(upstream.revision().version(), view.toString()),
                          image.position(),
                          known));
            });
  }

  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> put(@Context UriInfo request, @BeanParam EntityTags tags, Body body) {
    UpstreamId id = upstream(request);
    NodeName name = chosen(request);
    String location = request.getRequestUri().getRawPath();
    return writes.append(
        new NodeEdits(kind, id, name, tags.precondition()).put(body.object()),
        body,
        (before, after) -> put(before, after, id, name, body, location));
  }

  private Answer put(
      GatewayImage before,
      GatewayImage after,
      UpstreamId id,
      NodeName name,
      Body body,
      String location) {
    var changed = Shown.find(kind, after, id);
    ObjectNode view = changed.view();
    String tag = changed.tag(view);
    Optional<Node> was = node(Shown.find(kind, before, id).object(), name);
    if (was.isEmpty()) {
      return Answers.created(location, view, tag);
    }
    node(changed.object(), name)
        .flatMap(
            is -> FieldsReset.between(NodeEdits.json(was.get()), NodeEdits.json(is), body.object()))
        .ifPresent(warning -> warning.addTo(view));
    return Answers.changed(view, tag);
  }

  @PATCH
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(@Context UriInfo request, @BeanParam EntityTags tags, Body body) {
    UpstreamId id = upstream(request);
    NodeName name = PathIds.read(request, "node", NodeName::of);
    return writes.append(
        new NodeEdits(kind, id, name, tags.precondition()).patch(body.mergePatch()),
        body,
        image -> changed(image, id));
  }

  @DELETE
  public Uni<Response> delete(@Context UriInfo request, @BeanParam EntityTags tags) {
    UpstreamId id = upstream(request);
    NodeName name = PathIds.read(request, "node", NodeName::of);
    return writes.append(
        new NodeEdits(kind, id, name, tags.precondition()).delete(),
        null,
        image -> changed(image, id));
  }

  private Answer changed(GatewayImage image, UpstreamId id) {
    return Shown.find(kind, image, id).changed();
  }

  private static UpstreamId upstream(UriInfo request) {
    return PathIds.read(request, "upstreamId", UpstreamId::new);
  }

  /** The name of a node that may be new: what cannot be one is the caller's mistake. */
  private static NodeName chosen(UriInfo request) {
    try {
      return NodeName.of(request.getPathParameters().getFirst("node"));
    } catch (InvalidValueException e) {
      throw new InvalidContentException(List.of(Violation.parameter("node", Violations.reason(e))));
    }
  }

  private static Optional<Node> node(Upstream upstream, NodeName name) {
    return upstream.nodes().named(name);
  }

  private static ProblemException absent(UpstreamId id, NodeName name) {
    return new ProblemException(Refusals.problem(List.of(NodeEdits.absent(id, name))));
  }
}
