package io.weir.control.domain;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.ServiceId;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** {@code /v1/services/{id}/domains}: single custom domains of a service. */
@Path("/v1/services/{serviceId}/domains")
public class DomainResource {
  private final Writes writes;
  private final Reads reads;

  DomainResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> bind(@PathParam("serviceId") String service, Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    DomainContent content = body.read(fields -> DomainContent.read(serviceId, fields));
    return writes.append(
        new BindDomain(content.domain(), content.settings()),
        body,
        image -> {
          CustomDomain bound = find(image, serviceId, content.domain());
          return Answers.created(
              "/v1/services/" + serviceId + "/domains/" + content.domain(),
              DomainView.of(bound),
              bound.revision().version());
        });
  }

  @GET
  @Path("/{domain}")
  public Uni<Response> get(
      @PathParam("serviceId") String service,
      @PathParam("domain") String name,
      @HeaderParam("If-None-Match") List<String> ifNoneMatch,
      @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Domain domain = PathIds.read(name, Domain::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              CustomDomain bound = find(image, serviceId, domain);
              return Answers.read(
                  DomainView.of(bound), bound.revision().version(), image.position(), ifNoneMatch);
            });
  }

  @PUT
  @Path("/{domain}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> change(
      @PathParam("serviceId") String service,
      @PathParam("domain") String name,
      @HeaderParam("If-Match") List<String> ifMatch,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Domain domain = PathIds.read(name, Domain::new);
    DomainSettings settings = body.read(fields -> DomainContent.read(serviceId, domain, fields));
    return writes.append(
        new ChangeDomain(domain, settings, Precondition.ifMatch(ifMatch)),
        body,
        image -> {
          CustomDomain changed = find(image, serviceId, domain);
          return Answers.changed(DomainView.of(changed), changed.revision().version());
        });
  }

  @DELETE
  @Path("/{domain}")
  public Uni<Response> unbind(
      @PathParam("serviceId") String service,
      @PathParam("domain") String name,
      @HeaderParam("If-Match") List<String> ifMatch) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Domain domain = PathIds.read(name, Domain::new);
    return writes.append(
        new UnbindDomain(serviceId, domain, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private static CustomDomain find(GatewayImage image, ServiceId serviceId, Domain domain) {
    if (!image.services().containsKey(serviceId)) {
      throw ProblemException.notFound("there is no " + serviceId);
    }
    CustomDomain bound = image.domains().get(domain);
    if (bound == null || !bound.settings().serviceId().equals(serviceId)) {
      throw ProblemException.notFound("there is no " + domain + " in " + serviceId);
    }
    return bound;
  }
}
