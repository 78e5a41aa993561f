package io.weir.control.domain;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.read.ReadView;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.rest.Reads;
import io.weir.rest.list.KeyType;
import io.weir.rest.list.ListOf;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/services/{id}/domains}: the list of a service's domains. */
@Path("/v1/services/{serviceId}/domains")
public class DomainLists extends ListResource {
  DomainLists(Lists lists, Reads reads) {
    super(
        lists,
        domains().of(reads, "serviceId", ServiceId::new, GatewayImage::services, "service_id"));
  }

  /** A list of domains, of whichever service. */
  static ListOf domains() {
    return ListOf.rows(ReadView.DOMAIN, "domain", KeyType.TEXT, "domain")
        .order("domain")
        .order("created", "created_at", KeyType.TIME)
        .order("changed", "changed_at", KeyType.TIME)
        .filter("domain", Domain::new)
        .filter("environment", Environment::of)
        .searching("domain")
        .representing("domain", "serviceId", "environment")
        .present(CertificateState.COLUMN, CertificateState::show);
  }
}
