package io.weir.registry.network;

import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/**
 * {@code /v1/cloud-connect-networks/{id}/links/{vpcId}/history}: when a VPC was attached and
 * detached.
 */
@Path("/v1/cloud-connect-networks/{id}/links/{vpcId}/history")
public class LinkHistory extends ListResource {
  LinkHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.within(reads, readModel, "vpcId", VpcId::new, "id", CcnId::new));
  }
}
