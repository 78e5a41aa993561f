package io.weir.control.release;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{id}/releases}: the releases a service keeps, newest first. */
@Path("/v1/services/{serviceId}/releases")
public class ReleaseLists extends ListResource {
  ReleaseLists(Lists lists, Reads reads) {
    super(
        lists,
        ListOf.rows(ReadView.RELEASE, "-position", KeyType.NUMBER, "position")
            .of(reads, "serviceId", ServiceId::new, GatewayImage::services, "service_id")
            .order("position")
            .filter("id", ReleaseId::new)
            .filter("environment", Environment::of)
            .searching("search")
            .with(
                "id, service_id, environment, position, released_at, actor", ReleaseLists::release)
            .whole("description, api_count", ReleaseLists::more));
  }

  private static void release(ObjectNode item, Row row) {
    item.put("id", row.getString("id"))
        .put("serviceId", row.getString("service_id"))
        .put("environment", row.getString("environment"))
        .put("position", row.getLong("position"))
        .put("releasedAt", ReadModel.time(row, "released_at"))
        .put("actor", row.getString("actor"));
  }

  private static void more(ObjectNode item, Row row) {
    item.put("description", row.getString("description"))
        .put("apiCount", row.getInteger("api_count"));
  }
}
