package io.weir.registry.network;

import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/cloud-connect-networks}: single Cloud Connect Networks. */
@Path("/v1/cloud-connect-networks")
public class NetworkResource extends KindResource<CcnId, Network, NetworkSettings> {
  NetworkResource(Writes writes, Reads reads) {
    super(writes, reads, NetworkKind.NETWORK);
  }
}
