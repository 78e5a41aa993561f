package io.weir.registry.network;

import io.weir.contracts.value.CcnId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/cloud-connect-networks/{id}/history}: what happened to a network and its links. */
@Path("/v1/cloud-connect-networks/{id}/history")
public class NetworkHistory extends ListResource {
  NetworkHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, CcnId::new));
  }
}
