package io.weir.control.release;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.contracts.event.ReleaseEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.control.service.ServiceKind;
import io.weir.ledger.Answer;
import io.weir.ledger.PastEvent;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.DataPlaneOrigin;
import io.weir.rest.EntityTags;
import io.weir.rest.Fresh;
import io.weir.rest.KnownTags;
import io.weir.rest.Listing;
import io.weir.rest.PathIds;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.Shown;
import io.weir.rest.revert.Reversal;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/services/{id}/environments}; their version is that of the service. */
@Path("/v1/services/{serviceId}/environments")
public class EnvironmentResource {
  private final Writes writes;
  private final Reads reads;
  private final DataPlaneOrigin origin;

  EnvironmentResource(Writes writes, Reads reads, DataPlaneOrigin origin) {
    this.writes = writes;
    this.reads = reads;
    this.origin = origin;
  }

  @GET
  public Uni<Response> list(
      @PathParam("serviceId") String service, @BeanParam Fresh fresh, @BeanParam KnownTags known) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Service found = Shown.find(ServiceKind.INSTANCE, image, serviceId).object();
              List<EnvironmentView> all = EnvironmentView.all(found, origin);
              var listing = new Listing<>(all, (long) all.size(), image.position());
              // tells the position, too
              String tag =
                  EntityTags.tag(
                      found.revision().version(), Json.MAPPER.valueToTree(listing).toString());
              return Answers.read(listing, tag, image.position(), known);
            });
  }

  @GET
  @Path("/{environment}")
  public Uni<Response> get(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @BeanParam Fresh fresh,
      @BeanParam KnownTags known) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    return reads
        .image(fresh)
        .map(
            image -> {
              Service found = Shown.find(ServiceKind.INSTANCE, image, serviceId).object();
              return Answers.read(
                  EnvironmentView.of(found, environment, origin),
                  EntityTags.tag(found.revision().version()),
                  image.position(),
                  known);
            });
  }

  @PUT
  @Path("/{environment}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> point(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @BeanParam EntityTags tags,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    return writes.append(
        new SwitchEnvironment(serviceId, environment, body.object(), tags.precondition()),
        body,
        image -> pointed(image, serviceId, environment));
  }

  private Answer pointed(GatewayImage image, ServiceId serviceId, Environment environment) {
    Service changed = Shown.find(ServiceKind.INSTANCE, image, serviceId).object();
    return Answers.changed(
        EnvironmentView.of(changed, environment, origin),
        EntityTags.tag(changed.revision().version()));
  }

  /** What lets an environment answer again with what it did before an event. */
  public Reversal reversal(PastEvent event, ReleaseEvent of, EntityTags tags) {
    ServiceId serviceId = of.serviceId();
    Environment environment = of.environment();
    ReleaseId before = answering(event.before(), of);
    return new Reversal(
        new RevertEnvironment(
            serviceId, environment, before, answering(event.after(), of), tags.precondition()),
        before == null
            ? image -> Answers.deleted()
            : image -> pointed(image, serviceId, environment));
  }

  private static @Nullable ReleaseId answering(GatewayImage image, ReleaseEvent of) {
    Service service = image.services().get(of.serviceId());
    return service == null ? null : service.environments().get(of.environment());
  }

  @DELETE
  @Path("/{environment}")
  public Uni<Response> unrelease(
      @PathParam("serviceId") String service,
      @PathParam("environment") String name,
      @BeanParam EntityTags tags) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Environment environment = PathIds.read(name, Environment::of);
    return writes.append(
        new UnreleaseEnvironment(serviceId, environment, tags.precondition()),
        null,
        image -> Answers.deleted());
  }
}
