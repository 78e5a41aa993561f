package io.weir.registry.instance;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.ledger.Command;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.Fresh;
import io.weir.rest.PathIds;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
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

/** {@code /v1/instances}: single dedicated instances. */
@Path("/v1/instances")
public class InstanceResource {
  private final Writes writes;
  private final Reads reads;

  InstanceResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    InstanceSettings settings = body.read(InstanceContent::read);
    InstanceId id = InstanceId.random();
    return writes.append(
        new CreateInstance(id, settings),
        body,
        image -> {
          Instance created = find(image, id);
          return Answers.created(
              "/v1/instances/" + id, InstanceView.of(image, created), created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(@PathParam("id") String id, @BeanParam Fresh fresh) {
    InstanceId instanceId = PathIds.read(id, InstanceId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Instance instance = find(image, instanceId);
              return Answers.read(
                  InstanceView.of(image, instance),
                  instance.revision().version(),
                  image.position());
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    InstanceId instanceId = PathIds.read(id, InstanceId::new);
    InstanceSettings settings = body.read(fields -> InstanceContent.read(instanceId, fields));
    return change(
        instanceId, new ReplaceInstance(instanceId, settings, Precondition.ifMatch(ifMatch)), body);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    InstanceId instanceId = PathIds.read(id, InstanceId::new);
    return change(
        instanceId,
        new PatchInstance(instanceId, body.mergePatch(), Precondition.ifMatch(ifMatch)),
        body);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch) {
    InstanceId instanceId = PathIds.read(id, InstanceId::new);
    return writes.append(
        new DeleteInstance(instanceId, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private Uni<Response> change(InstanceId id, Command command, Body body) {
    return writes.append(
        command,
        body,
        image -> {
          Instance changed = find(image, id);
          return Answers.changed(InstanceView.of(image, changed), changed.revision().version());
        });
  }

  private static Instance find(GatewayImage image, InstanceId id) {
    Instance instance = image.instances().get(id);
    if (instance == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return instance;
  }
}
