package io.weir.registry.network;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
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

/** {@code /v1/cloud-connect-networks}: single Cloud Connect Networks. */
@Path("/v1/cloud-connect-networks")
public class NetworkResource {
  private final Writes writes;
  private final Reads reads;

  NetworkResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    NetworkSettings settings = body.read(NetworkContent::read);
    CcnId id = CcnId.random();
    return writes.append(
        new CreateNetwork(id, settings),
        body,
        image -> {
          Network created = find(image, id);
          return Answers.created(
              "/v1/cloud-connect-networks/" + id,
              NetworkView.of(image, created),
              created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(@PathParam("id") String id, @BeanParam Fresh fresh) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Network network = find(image, networkId);
              return Answers.read(
                  NetworkView.of(image, network), network.revision().version(), image.position());
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    NetworkSettings settings = body.read(fields -> NetworkContent.read(networkId, fields));
    return change(
        networkId, new ReplaceNetwork(networkId, settings, Precondition.ifMatch(ifMatch)), body);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    return change(
        networkId,
        new PatchNetwork(networkId, body.mergePatch(), Precondition.ifMatch(ifMatch)),
        body);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch) {
    CcnId networkId = PathIds.read(id, CcnId::new);
    return writes.append(
        new DeleteNetwork(networkId, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private Uni<Response> change(CcnId id, Command command, Body body) {
    return writes.append(
        command,
        body,
        image -> {
          Network changed = find(image, id);
          return Answers.changed(NetworkView.of(image, changed), changed.revision().version());
        });
  }

  private static Network find(GatewayImage image, CcnId id) {
    Network network = image.networks().get(id);
    if (network == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return network;
  }
}
