package io.weir.control.domain;

import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.PathIds;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{id}/domains}: single custom domains of a service. */
@Path("/v1/services/{serviceId}/domains")
public class DomainResource extends KindResource<Domain, CustomDomain, DomainSettings> {
  DomainResource(Writes writes, Reads reads) {
    super(
        writes,
        reads,
        request -> DomainKind.of(PathIds.read(request, "serviceId", ServiceId::new)));
  }
}
