package io.weir.control.service;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.mutiny.sqlclient.Row;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services}: the list of services. */
@Path("/v1/services")
public class ServiceLists extends ListResource {
  /** The name of the service that a row of another list is of, for {@link #name}. */
  public static final String NAME =
      "(select s.name from %s s where s.id = t.service_id) as service_name"
          .formatted(ListOf.view(ReadView.SERVICE));

  private static final String ENVIRONMENTS =
      "array(select e.environment from %s e where e.service_id = t.id"
              .formatted(ListOf.view(ReadView.ENVIRONMENT))
          + " order by array_position(array['release', 'prepub', 'test'], e.environment))"
          + " as environments";

  ServiceLists(Lists lists) {
    super(
        lists,
        ListOf.objects(ReadView.SERVICE, ServiceId::new, "id", "name", "description", "instanceId")
            .filter("instance_id", InstanceId::new)
            .with(
                "api_count", (service, row) -> service.put("apiCount", row.getInteger("api_count")))
            .whole(ENVIRONMENTS, ServiceLists::environments));
  }

  /** Writes {@link #NAME} into an item. */
  public static void name(ObjectNode item, Row row) {
    item.put("serviceName", row.getString("service_name"));
  }

  private static void environments(ObjectNode service, Row row) {
    var environments = service.putArray("environments");
    for (String environment : row.getArrayOfStrings("environments")) {
      environments.add(environment);
    }
  }
}
