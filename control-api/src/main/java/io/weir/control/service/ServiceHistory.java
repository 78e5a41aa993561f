package io.weir.control.service;

import io.weir.contracts.value.ServiceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{id}/history}: what happened to a service and to what belonged to it. */
@Path("/v1/services/{id}/history")
public class ServiceHistory extends ListResource {
  ServiceHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, ServiceId::new));
  }
}
