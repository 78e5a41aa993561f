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
  private static final String UPSTREAMS =
      ListOf.count(ReadView.UPSTREAM, "vpc_id") + " as upstream_count";

  VpcLists(Lists lists) {
    super(
        lists,
        ListOf.objects(ReadView.VPC, VpcId::new, "id", "name", "description")
            .whole(
                UPSTREAMS,
                (vpc, row) -> vpc.put("upstreamCount", row.getInteger("upstream_count"))));
  }
}
