package io.weir.control.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;
import java.util.Arrays;

/** {@code /v1/services/{id}/apis}: the list of a service's drafts. */
@Path("/v1/services/{serviceId}/apis")
public class ApiLists extends ListResource {
  ApiLists(Lists lists, Reads reads) {
    super(
        lists,
        drafts().of(reads, "serviceId", ServiceId::new, GatewayImage::services, "service_id"));
  }

  /** A list of drafts, of whichever service. */
  static ListOf drafts() {
    return ListOf.objects(
            ReadView.API, ApiId::new, "id", "serviceId", "name", "description", "frontEnd")
        .filter("method", ApiLists::method)
        .filter("path", FrontPath::new)
        .filter("upstream_id", UpstreamId::new)
        .whole("reachability::text as reachability", ApiLists::reachability);
  }

  private static Method method(String text) {
    return Arrays.stream(Method.values())
        .filter(method -> method.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new InvalidValueException("must be a method in capitals, or ANY"));
  }

  private static void reachability(ObjectNode api, Row row) {
    if (row.getString("reachability") != null) {
      api.set("reachability", ReadModel.json(row, "reachability"));
    }
  }
}
