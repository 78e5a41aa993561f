package io.weir.registry.vpc;

import io.weir.contracts.value.VpcId;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.history.Histories;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/vpcs/{id}/history}: what happened to a VPC and to what was in it. */
@Path("/v1/vpcs/{id}/history")
public class VpcHistory extends ListResource {
  VpcHistory(Lists lists, Reads reads, ReadModel readModel) {
    super(lists, Histories.of(reads, readModel, VpcId::new));
  }
}
