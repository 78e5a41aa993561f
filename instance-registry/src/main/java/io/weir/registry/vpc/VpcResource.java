package io.weir.registry.vpc;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
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

/** {@code /v1/vpcs}: single VPCs. */
@Path("/v1/vpcs")
public class VpcResource {
  private final Writes writes;
  private final Reads reads;

  VpcResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    VpcSettings settings = body.read(VpcContent::read);
    VpcId id = VpcId.random();
    return writes.append(
        new CreateVpc(id, settings),
        body,
        image -> {
          Vpc created = find(image, id);
          return Answers.created(
              "/v1/vpcs/" + id, VpcView.of(created), created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @PathParam("id") String id,
      @BeanParam Fresh fresh,
      @HeaderParam("If-None-Match") List<String> ifNoneMatch) {
    VpcId vpcId = PathIds.read(id, VpcId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Vpc vpc = find(image, vpcId);
              return Answers.read(
                  VpcView.of(vpc), vpc.revision().version(), image.position(), ifNoneMatch);
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    VpcId vpcId = PathIds.read(id, VpcId::new);
    VpcSettings settings = body.read(fields -> VpcContent.read(vpcId, fields));
    return change(vpcId, new ReplaceVpc(vpcId, settings, Precondition.ifMatch(ifMatch)), body);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    VpcId vpcId = PathIds.read(id, VpcId::new);
    return change(
        vpcId, new PatchVpc(vpcId, body.mergePatch(), Precondition.ifMatch(ifMatch)), body);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch) {
    VpcId vpcId = PathIds.read(id, VpcId::new);
    return writes.append(
        new DeleteVpc(vpcId, Precondition.ifMatch(ifMatch)), null, image -> Answers.deleted());
  }

  private Uni<Response> change(VpcId id, Command command, Body body) {
    return writes.append(
        command,
        body,
        image -> {
          Vpc changed = find(image, id);
          return Answers.changed(VpcView.of(changed), changed.revision().version());
        });
  }

  private static Vpc find(GatewayImage image, VpcId id) {
    Vpc vpc = image.vpcs().get(id);
    if (vpc == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return vpc;
  }
}
