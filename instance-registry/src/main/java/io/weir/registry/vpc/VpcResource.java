package io.weir.registry.vpc;

import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/vpcs}: single VPCs. */
@Path("/v1/vpcs")
public class VpcResource extends KindResource<VpcId, Vpc, VpcSettings> {
  VpcResource(Writes writes, Reads reads) {
    super(writes, reads, VpcKind.VPC);
  }
}
