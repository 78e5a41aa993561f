package io.weir.control.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
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

/** {@code /v1/services}: the list of services, from the read model. */
@Path("/v1/services")
public class ServiceLists {
  private static final String ENVIRONMENTS =
      "array(select e.environment from read.environment e where e.service_id = s.id"
          + " order by array_position(array['release', 'prepub', 'test'], e.environment)) as environments";

  private final ReadModel readModel;

  ServiceLists(ReadModel readModel) {
    this.readModel = readModel;
  }

  @GET
  public Uni<Response> list(
      @QueryParam("id") @Nullable String id,
      @QueryParam("name") @Nullable String name,
      @QueryParam("instance_id") @Nullable String instanceId,
      @BeanParam Paging paging,
      @BeanParam Fresh fresh) {
    Parameters parameters = new Parameters();
    var select =
        Select.of(ReadModel.REPRESENTATION + ", api_count, " + ENVIRONMENTS, "read.service s")
            .where("id = ?", parameters.text("id", id, ServiceId::new))
            .where("name = ?", parameters.text("name", name, Name::new))
            .where("instance_id = ?", parameters.text("instance_id", instanceId, InstanceId::new))
            .orderBy("created_at, id");
    Page page = parameters.page(paging);
    Freshness freshness = parameters.freshness(fresh);
    parameters.end();
    return readModel.list(select, page, freshness, ServiceLists::service);
  }

  private static ObjectNode service(Row row) {
    ObjectNode service = ReadModel.representation(row).put("apiCount", row.getInteger("api_count"));
    var environments = service.putArray("environments");
    for (String environment : row.getArrayOfStrings("environments")) {
      environments.add(environment);
    }
    return service;
  }
}
