package io.weir.registry.instance;

import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/instances}: single dedicated instances. */
@Path("/v1/instances")
public class InstanceResource extends KindResource<InstanceId, Instance, InstanceSettings> {
  InstanceResource(Writes writes, Reads reads) {
    super(writes, reads, InstanceKind.INSTANCE);
  }
}
