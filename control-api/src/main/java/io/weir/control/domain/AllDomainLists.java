package io.weir.control.domain;

import io.weir.contracts.value.ServiceId;
import io.weir.control.service.ServiceLists;
import io.weir.rest.list.ListResource;
import io.weir.rest.list.Lists;
import jakarta.ws.rs.Path;

/** {@code /v1/domains}: the list of the custom domains of all services. */
@Path("/v1/domains")
public class AllDomainLists extends ListResource {
  AllDomainLists(Lists lists) {
    super(
        lists,
        DomainLists.domains()
            .filter("service_id", ServiceId::new)
            .with(ServiceLists.NAME, ServiceLists::name));
  }
}
