package io.weir.registry.instance;

import io.weir.contracts.value.InstanceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/instances/{id}/history}: what happened to an instance and to what was on it. */
@Path("/v1/instances/{id}/history")
public class InstanceHistory extends ListResource {
  InstanceHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, InstanceId::new));
  }
}
