package io.weir.control.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.control.service.ServiceKind;
import io.weir.control.upstream.NodeWarnings;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.EntityTags;
import io.weir.rest.Fresh;
import io.weir.rest.KnownTags;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.Shown;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** {@code /v1/services/{id}/releases}. */
@Path("/v1/services/{serviceId}/releases")
public class ReleaseResource {
  private final Writes writes;
  private final Reads reads;
  private final NodeWarnings warnings;

  ReleaseResource(Writes writes, Reads reads, NodeWarnings warnings) {
    this.writes = writes;
    this.reads = reads;
    this.warnings = warnings;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> release(
      @PathParam("serviceId") String service, @BeanParam EntityTags tags, Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ReleaseId id = ReleaseId.random();
    return writes.append(
        new ReleaseService(serviceId, id, body.object(), tags.precondition()),
        body,
        image -> {
          Service released = find(image, serviceId);
          return Answers.created(
              "/v1/services/" + serviceId + "/releases/" + id,
              () -> ReleaseView.of(image, released, release(released, id), warnings),
              EntityTags.tag(released.revision().version()));
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @PathParam("serviceId") String service,
      @PathParam("id") String id,
      @BeanParam Fresh fresh,
      @BeanParam KnownTags known) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ReleaseId releaseId = PathIds.read(id, ReleaseId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Service found = find(image, serviceId);
              Release release = release(found, releaseId);
              ObjectNode view =
                  Json.MAPPER.valueToTree(ReleaseView.of(image, found, release, warnings));
              // where it answers, and what it would not answer, changes without it
              String tag = EntityTags.tag(release.revision().version(), view.toString());
              return Answers.read(view, tag, image.position(), known);
            });
  }

  private static Release release(Service service, ReleaseId id) {
    return service
        .release(id)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "%s has no %s, or no longer keeps it".formatted(service.id(), id)));
  }

  private static Service find(GatewayImage image, ServiceId id) {
    return Shown.find(ServiceKind.INSTANCE, image, id).object();
  }
}
