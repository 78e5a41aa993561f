package io.weir.control.service;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Answer;
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

/** {@code /v1/services}: single services. */
@Path("/v1/services")
public class ServiceResource {
  private final Writes writes;
  private final Reads reads;

  ServiceResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(Body body) {
    ServiceSettings settings = body.read(ServiceContent::read);
    ServiceId id = ServiceId.random();
    return writes.append(
        new CreateService(id, settings),
        body,
        image -> {
          Service created = find(image, id);
          return Answers.created(
              "/v1/services/" + id, ServiceView.of(created), created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(@PathParam("id") String id, @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(id, ServiceId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Service service = find(image, serviceId);
              return Answers.read(
                  ServiceView.of(service), service.revision().version(), image.position());
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    ServiceId serviceId = PathIds.read(id, ServiceId::new);
    ServiceSettings settings = body.read(fields -> ServiceContent.read(serviceId, fields));
    return change(
        serviceId, new ReplaceService(serviceId, settings, Precondition.ifMatch(ifMatch)), body);
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch, Body body) {
    ServiceId serviceId = PathIds.read(id, ServiceId::new);
    return change(
        serviceId,
        new PatchService(serviceId, body.mergePatch(), Precondition.ifMatch(ifMatch)),
        body);
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("id") String id, @HeaderParam("If-Match") List<String> ifMatch) {
    ServiceId serviceId = PathIds.read(id, ServiceId::new);
    return writes.append(
        new DeleteService(serviceId, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private Uni<Response> change(ServiceId id, Command command, Body body) {
    return writes.append(command, body, image -> changed(image, id));
  }

  private static Answer changed(GatewayImage image, ServiceId id) {
    Service service = find(image, id);
    return Answers.changed(ServiceView.of(service), service.revision().version());
  }

  private static Service find(GatewayImage image, ServiceId id) {
    Service service = image.services().get(id);
    if (service == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return service;
  }
}
