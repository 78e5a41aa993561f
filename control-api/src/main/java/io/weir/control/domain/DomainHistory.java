package io.weir.control.domain;

import io.weir.contracts.value.Domain;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/**
 * {@code /v1/services/{serviceId}/domains/{id}/history}: what happened to a domain while it was of
 * a service.
 */
@Path("/v1/services/{serviceId}/domains/{id}/history")
public class DomainHistory extends ListResource {
  DomainHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(
        lists, Histories.within(reads, readModel, "id", Domain::new, "serviceId", ServiceId::new));
  }
}
