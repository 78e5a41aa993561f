package io.weir.registry.instance;

import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.VpcId;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/instances}: the list of dedicated instances. */
@Path("/v1/instances")
public class InstanceLists extends ListResource {
  private static final String SERVICES =
      ListOf.count(ReadView.SERVICE, "instance_id") + " as service_count";

  InstanceLists(Lists lists) {
    super(
        lists,
        ListOf.objects(ReadView.INSTANCE, InstanceId::new, "id", "name", "description", "vpcId")
            .filter("vpc_id", VpcId::new)
            .whole(
                SERVICES,
                (instance, row) -> instance.put("serviceCount", row.getLong("service_count"))));
  }
}
