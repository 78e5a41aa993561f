package io.weir.control.api;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Answer;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.Fresh;
import io.weir.rest.Parameters;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/services/{id}/apis}: the drafts of single APIs. */
@Path("/v1/services/{serviceId}/apis")
public class ApiResource {
  private final Writes writes;
  private final Reads reads;

  ApiResource(Writes writes, Reads reads) {
    this.writes = writes;
    this.reads = reads;
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> create(
      @PathParam("serviceId") String service,
      @QueryParam("require") @Nullable String require,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ApiDefinition definition = body.read(ApiContent::read);
    ApiId id = ApiId.random();
    return writes.append(
        new CreateApi(serviceId, id, definition, require(require)),
        body,
        image -> {
          Api created = find(image, serviceId, id);
          return Answers.created(
              "/v1/services/" + serviceId + "/apis/" + id,
              ApiView.of(image, created),
              created.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @PathParam("serviceId") String service, @PathParam("id") String id, @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ApiId apiId = PathIds.read(id, ApiId::new);
    return reads
        .image(fresh)
        .map(
            image -> {
              Api api = find(image, serviceId, apiId);
              return Answers.read(
                  ApiView.of(image, api), api.revision().version(), image.position());
            });
  }

  @PUT
  @Path("/{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> replace(
      @PathParam("serviceId") String service,
      @PathParam("id") String id,
      @QueryParam("require") @Nullable String require,
      @HeaderParam("If-Match") List<String> ifMatch,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ApiId apiId = PathIds.read(id, ApiId::new);
    ApiDefinition definition = body.read(fields -> ApiContent.read(serviceId, apiId, fields));
    return writes.append(
        new ReplaceApi(
            serviceId, apiId, definition, require(require), Precondition.ifMatch(ifMatch)),
        body,
        image -> changed(image, serviceId, apiId));
  }

  @PATCH
  @Path("/{id}")
  @Consumes({Body.MERGE_PATCH, MediaType.APPLICATION_JSON})
  public Uni<Response> patch(
      @PathParam("serviceId") String service,
      @PathParam("id") String id,
      @QueryParam("require") @Nullable String require,
      @HeaderParam("If-Match") List<String> ifMatch,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ApiId apiId = PathIds.read(id, ApiId::new);
    return writes.append(
        new PatchApi(
            serviceId, apiId, body.mergePatch(), require(require), Precondition.ifMatch(ifMatch)),
        body,
        image -> changed(image, serviceId, apiId));
  }

  @DELETE
  @Path("/{id}")
  public Uni<Response> delete(
      @PathParam("serviceId") String service,
      @PathParam("id") String id,
      @HeaderParam("If-Match") List<String> ifMatch) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ApiId apiId = PathIds.read(id, ApiId::new);
    return writes.append(
        new DeleteApi(serviceId, apiId, Precondition.ifMatch(ifMatch)),
        null,
        image -> Answers.deleted());
  }

  private static Require require(@Nullable String text) {
    Parameters parameters = new Parameters();
    Require require = parameters.value("require", text, Require::of);
    parameters.end();
    return require == null ? Require.NOTHING : require;
  }

  private static Answer changed(GatewayImage image, ServiceId serviceId, ApiId id) {
    Api api = find(image, serviceId, id);
    return Answers.changed(ApiView.of(image, api), api.revision().version());
  }

  private static Api find(GatewayImage image, ServiceId serviceId, ApiId id) {
    if (!image.services().containsKey(serviceId)) {
      throw ProblemException.notFound("there is no " + serviceId);
    }
    Api api = image.api(serviceId, id);
    if (api == null) {
      throw ProblemException.notFound("there is no " + id + " in " + serviceId);
    }
    return api;
  }
}
