package io.weir.control.upstream;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Answer;
import io.weir.ledger.Command;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.Fresh;
import io.weir.rest.PathIds;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /v1/upstreams}: single upstreams. */
@Path("/v1/upstreams")
public class UpstreamResource {
  private final Writes writes;
  private final Reads reads;
  private final ReadModel readModel;

  UpstreamResource(Writes writes, Reads reads, ReadModel readModel) {
    this.writes = writes;
    this.reads = reads;
    this.readModel = readModel;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    UpstreamContent content = body.read(UpstreamContent::read);
    UpstreamId id = UpstreamId.random();
    return writes.append(
        new CreateUpstream(id, content),
        body,
        image -> {
          Upstream created = find(image, id);
          return Answers.created(
              "/v1/upstreams/" + id, UpstreamView.of(image, created), created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(@PathParam("id") String id, @BeanParam Fresh fresh) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    return reads
        .image(fresh)
        .chain(
            image -> {
              Upstream upstream = find(image, upstreamId);
              return NodeHealths.of(upstream, readModel)
                  .map(
                      healths ->
                          Answers.read(
                              UpstreamView.of(image, upstream, healths::of),
                              upstream.revision().version(),
                              image.position()));
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    UpstreamContent content = body.read(fields -> UpstreamContent.read(upstreamId, fields));
    return change(
        upstreamId, new ReplaceUpstream(upstreamId, content, Precondition.ifMatch(ifMatch)), body);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    return change(
        upstreamId,
        new PatchUpstream(upstreamId, body.mergePatch(), Precondition.ifMatch(ifMatch)),
        body);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch) {
    UpstreamId upstreamId = PathIds.read(id, UpstreamId::new);
    return writes.append(
        new DeleteUpstream(upstreamId, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private Uni<Response> change(UpstreamId id, Command command, Body body) {
    return writes.append(command, body, image -> changed(image, id));
  }

  private static Answer changed(GatewayImage image, UpstreamId id) {
    Upstream upstream = find(image, id);
    return Answers.changed(UpstreamView.of(image, upstream), upstream.revision().version());
  }

  private static Upstream find(GatewayImage image, UpstreamId id) {
    Upstream upstream = image.upstreams().get(id);
    if (upstream == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return upstream;
  }
}
