package io.weir.registry.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.VpcId;
import io.weir.rest.Fresh;
import io.weir.rest.Freshness;
import io.weir.rest.Page;
import io.weir.rest.Paging;
import io.weir.rest.Parameters;
import io.weir.rest.ReadModel;
import io.weir.rest.Select;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** {@code /v1/instances}: the list of dedicated instances, from the read model. */
@Path("/v1/instances")
public class InstanceLists {
  private final ReadModel readModel;

  InstanceLists(ReadModel readModel) {
    this.readModel = readModel;
  }

  @GET
  public Uni<Response> list(
      @QueryParam("id") @Nullable String id,
      @QueryParam("name") @Nullable String name,
      @QueryParam("vpc_id") @Nullable String vpcId,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    var select =
        Select.of(ReadModel.REPRESENTATION + ", service_count", "read.instance")
            .where("id = ?", parameters.text("id", id, InstanceId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .where("vpc_id = ?", parameters.text("vpc_id", vpcId, VpcId::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(select, page, freshness, InstanceLists::instance);
  }

  private static ObjectNode instance(Row row) {
    return ReadModel.representation(row).put("services", row.getLong("service_count"));
  }
}
