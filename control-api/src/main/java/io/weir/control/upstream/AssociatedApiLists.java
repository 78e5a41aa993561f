package io.weir.control.upstream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/upstreams/{id}/apis}: the list of the APIs that use an upstream. */
@Path("/v1/upstreams/{id}/apis")
public class AssociatedApiLists extends ListResource {
  AssociatedApiLists(Lists lists, Reads reads) {
    super(
        lists,
        ListOf.rows(ReadView.ASSOCIATED_API, "bound", KeyType.TEXT, "api_id")
            .of(reads, "id", UpstreamId::new, GatewayImage::upstreams, "upstream_id")
            .order("id")
            .order("bound", "bound_at", KeyType.TIME)
            .order("name", "api_name", KeyType.TEXT)
            .filter("service_id", ServiceId::new)
            .searching("search")
            .with("api_id, api_name, service_id", AssociatedApiLists::api)
            .whole("service_name, bound_at, drafted, environments", AssociatedApiLists::use));
  }

  private static void api(ObjectNode item, Row row) {
    item.put("apiId", row.getString("api_id"))
        .put("apiName", row.getString("api_name"))
        .put("serviceId", row.getString("service_id"));
  }

  private static void use(ObjectNode item, Row row) {
    item.put("serviceName", row.getString("service_name"))
        .put("boundAt", ReadModel.time(row, "bound_at"))
        .put("drafted", row.getBoolean("drafted"));
    var environments = item.putArray("environments");
    for (String environment : row.getArrayOfStrings("environments")) {
      environments.add(environment);
    }
  }
}
