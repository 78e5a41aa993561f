package io.weir.registry.vpc;

import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.VpcId;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/vpcs}: the list of VPCs. */
@Path("/v1/vpcs")
public class VpcLists extends ListResource {
  VpcLists(Lists lists) {
    super(lists, ListOf.objects(ReadView.VPC, VpcId::new, "id", "name", "description"));
  }
}
