package io.weir.control.service;

import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/services}: single services. */
@Path("/v1/services")
public class ServiceResource extends KindResource<ServiceId, Service, ServiceSettings> {
  ServiceResource(Writes writes, Reads reads) {
    super(writes, reads, ServiceKind.INSTANCE);
  }
}
