package io.weir.control.release;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Answer;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.Fields;
import io.weir.rest.Fresh;
import io.weir.rest.Listing;
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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /v1/services/{id}/environments}; their entity tag is that of the service. */
@Path("/v1/services/{serviceId}/environments")
public class EnvironmentResource {
  private final Writes writes;
  private final Reads reads;

  EnvironmentResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @GET
  public Uni<Response> list(@PathParam("serviceId") String service, @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              List<EnvironmentView> all = EnvironmentView.all(find(image, serviceId));
              return Answers.read(
                  new Listing<>(all, (long) all.size(), image.position()), image.position());
            });
  }

  @GET
  @Path("/{environment}")
  public Uni<Response> get(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @BeanParam Fresh fresh,
      @HeaderParam("If-None-Match") List<String> ifNoneMatch) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    return reads
        .image(fresh)
        .map(
            image -> {
              Service found = find(image, serviceId);
              return Answers.read(
                  EnvironmentView.of(found, environment),
                  found.revision().version(),
                  image.position(),
                  ifNoneMatch);
            });
  }

  @PUT
  @Path("/{environment}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> point(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @HeaderParam("If-Match") List<String> ifMatch,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    ReleaseId releaseId = body.read(EnvironmentResource::releaseId);
    return writes.append(
        new SwitchEnvironment(serviceId, environment, releaseId, Precondition.ifMatch(ifMatch)),
        body,
        image -> changed(image, serviceId, environment));
  }

  @DELETE
  @Path("/{environment}")
  public Uni<Response> unrelease(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @HeaderParam("If-Match") List<String> ifMatch) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    return writes.append(
        new UnreleaseEnvironment(serviceId, environment, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private static ReleaseId releaseId(Fields fields) {
    fields.readOnly("serviceId", "environment", "released");
    var release = fields.text("releaseId", ReleaseId::new).required();
    return fields.build(release);
  }

  private static Answer changed(GatewayImage image, ServiceId serviceId, Environment environment) {
    Service service = find(image, serviceId);
    return Answers.changed(EnvironmentView.of(service, environment), service.revision().version());
  }

  private static Service find(GatewayImage image, ServiceId id) {
    Service service = image.services().get(id);
    if (service == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return service;
  }
}
