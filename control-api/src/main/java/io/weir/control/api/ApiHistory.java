package io.weir.control.api;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{serviceId}/apis/{id}/history}: what happened to an API. */
@Path("/v1/services/{serviceId}/apis/{id}/history")
public class ApiHistory extends ListResource {
  ApiHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.within(reads, readModel, "id", ApiId::new, "serviceId", ServiceId::new));
  }
}
