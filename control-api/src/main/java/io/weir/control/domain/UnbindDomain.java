package io.weir.control.domain;

import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;

/** Lets a domain of a service lead nowhere; any service can have it then. */
public record UnbindDomain(ServiceId serviceId, Domain domain, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "unbind-domain";
  }

  @Override
  public Decision decide(GatewayImage image) {
    if (!image.services().containsKey(serviceId)) {
      return Reasons.notFound(serviceId);
    }
    CustomDomain current = image.domains().get(domain);
    if (current == null || !current.settings().serviceId().equals(serviceId)) {
      return Reasons.notFound(domain.value());
    }
    return new Reasons()
        .add(precondition.refuse(domain.value(), current.revision().version()))
        .decide(new DomainUnbound(domain));
  }
}
