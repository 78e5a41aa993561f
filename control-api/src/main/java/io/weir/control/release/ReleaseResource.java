package io.weir.control.release;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.Answers;
import io.weir.rest.Body;
import io.weir.rest.Fields;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.PathIds;
import io.weir.rest.Precondition;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Select;
import io.weir.rest.Writes;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/services/{id}/releases}. */
@Path("/v1/services/{serviceId}/releases")
public class ReleaseResource {
  private final Writes writes;
  private final Reads reads;
  private final ReadModel readModel;

  ReleaseResource(Writes writes, Reads reads, ReadModel readModel) {
    this.writes = writes;
    this.reads = reads;
    this.readModel = readModel;
  }

  /** The body of a release. */
  private record Order(Environment environment, Description description) {
    static Order read(Fields fields) {
      var environment = fields.text("environment", Environment::of).required();
      var description = fields.text("description", Description::new).or(Description.NONE);
      return fields.build(() -> new Order(environment.get(), description.get()));
    }
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Uni<Response> release(
      @PathParam("serviceId") String service,
      @HeaderParam("If-Match") List<String> ifMatch,
      Body body) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Order order = body.read(Order::read);
    ReleaseId id = ReleaseId.random();
    return writes.append(
        new ReleaseService(
            serviceId, id, order.environment(), order.description(), Precondition.ifMatch(ifMatch)),
        body,
        image -> {
          Service released = find(image, serviceId);
          return Answers.created(
              "/v1/services/" + serviceId + "/releases/" + id,
              view(image, released, id),
              released.revision().version());
        });
  }

  @GET
  @Path("/{id}")
  public Uni<Response> get(
      @PathParam("serviceId") String service, @PathParam("id") String id, @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    ReleaseId releaseId = PathIds.read(id, ReleaseId::new);
    return reads
        .image(fresh)
        .map(
            image ->
                Answers.read(view(image, find(image, serviceId), releaseId), image.position()));
  }

  @GET
  public Uni<Response> list(
      @PathParam("serviceId") String service,
      @QueryParam("environment") @Nullable String environment,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Parameters parameters = new Parameters();
    var select =
        Select.of(
                "id, service_id, environment, description, api_count, position, released_at, actor",
                "read.release")
            .where("service_id = ?", serviceId.value())
            .where("environment = ?", parameters.text("environment", environment, Environment::of))
            .orderBy("position desc");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return reads
        .image(fresh)
        .chain(
            image -> {
              find(image, serviceId);
              return readModel.list(select, page, freshness, ReleaseResource::item);
            });
  }

  private static ReleaseItem item(Row row) {
    return new ReleaseItem(
        row.getString("id"),
        row.getString("service_id"),
        row.getString("environment"),
        row.getString("description"),
        row.getInteger("api_count"),
        row.getLong("position"),
        row.getOffsetDateTime("released_at").toInstant().toString(),
        row.getString("actor"));
  }

  private static ReleaseView view(GatewayImage image, Service service, ReleaseId id) {
    return service
        .release(id)
        .map(release -> ReleaseView.of(image, service, release))
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "%s has no %s, or no longer keeps it".formatted(service.id(), id)));
  }

  private static Service find(GatewayImage image, ServiceId id) {
    Service service = image.services().get(id);
    if (service == null) {
      throw ProblemException.notFound("there is no " + id);
    }
    return service;
  }
}
