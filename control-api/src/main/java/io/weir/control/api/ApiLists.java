package io.weir.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.PathIds;
import io.weir.rest.ProblemException;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code /v1/services/{id}/apis}: the list of a service's drafts, from the read model. */
@Path("/v1/services/{serviceId}/apis")
public class ApiLists {
  private final ReadModel readModel;
  private final Reads reads;

  ApiLists(ReadModel readModel, Reads reads) {
    this.readModel = readModel;
    this.reads = reads;
  }

  @GET
  public Uni<Response> list(
      @PathParam("serviceId") String service,
      @QueryParam("id") @Nullable String id,
      @QueryParam("name") @Nullable String name,
      @QueryParam("method") @Nullable String method,
      @QueryParam("path") @Nullable String path,
      @QueryParam("upstream_id") @Nullable String upstreamId,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    ServiceId serviceId = PathIds.read(service, ServiceId::new);
    Parameters parameters = new Parameters();
    var select =
        Select.of(ReadModel.REPRESENTATION + ", reachability::text as reachability", "read.api")
            .where("service_id = ?", serviceId.value())
            .where("id = ?", parameters.text("id", id, ApiId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .where("method = ?", parameters.text("method", method, ApiLists::method))
            .where("path = ?", parameters.text("path", path, FrontPath::new))
            .where("upstream_id = ?", parameters.text("upstream_id", upstreamId, UpstreamId::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return reads
        .image(fresh)
        .chain(
            image -> {
              if (!image.services().containsKey(serviceId)) {
                throw ProblemException.notFound("there is no " + serviceId);
              }
              return readModel.list(select, page, freshness, ApiLists::api);
            });
  }

  private static Method method(String text) {
    return Arrays.stream(Method.values())
        .filter(method -> method.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("must be a method in capitals, or ANY"));
  }

  private static ObjectNode api(Row row) {
    ObjectNode api = ReadModel.representation(row);
    if (row.getString("reachability") != null) {
      api.set("reachability", ReadModel.json(row, "reachability"));
    }
    return api;
  }
}
