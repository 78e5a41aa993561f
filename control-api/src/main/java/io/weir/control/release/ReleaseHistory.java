package io.weir.control.release;

import io.weir.contracts.value.ReleaseId;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{serviceId}/releases/{id}/history}: what became of a release. */
@Path("/v1/services/{serviceId}/releases/{id}/history")
public class ReleaseHistory extends ListResource {
  ReleaseHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(
        lists,
        Histories.within(reads, readModel, "id", ReleaseId::new, "serviceId", ServiceId::new));
  }
}
