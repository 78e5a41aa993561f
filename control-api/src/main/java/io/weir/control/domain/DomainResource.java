package io.weir.control.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.PathIds;
import io.weir.rest.ReadModel;
import io.weir.rest.Reads;
import io.weir.rest.Writes;
import io.weir.rest.kind.KindResource;
import jakarta.ws.rs.Path;

/**
 * {@code /v1/services/{id}/domains}: single custom domains of a service; a read also tells whether
 * replicas have the certificate.
 */
@Path("/v1/services/{serviceId}/domains")
public class DomainResource extends KindResource<Domain, CustomDomain, DomainSettings> {
  private final ReadModel readModel;

  DomainResource(Writes writes, Reads reads, ReadModel readModel) {
    super(
        writes,
        reads,
        request -> DomainKind.of(PathIds.read(request, "serviceId", ServiceId::new)));
    this.readModel = readModel;
  }

  @Override
  protected Uni<ObjectNode> complete(CustomDomain domain, ObjectNode view) {
    return CertificateState.tell(domain, view, readModel);
  }
}
