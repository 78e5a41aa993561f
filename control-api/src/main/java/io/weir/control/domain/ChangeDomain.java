package io.weir.control.domain;

import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;

/** Lets a domain of a service lead to another environment of it, or show another certificate. */
public record ChangeDomain(Domain domain, DomainSettings settings, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "change-domain";
  }

  @Override
  public Decision decide(GatewayImage image) {
    if (!image.services().containsKey(settings.serviceId())) {
      return Reasons.notFound(settings.serviceId());
    }
    CustomDomain current = image.domains().get(domain);
    if (current == null || !current.settings().serviceId().equals(settings.serviceId())) {
      return Reasons.notFound(domain.value());
    }
    return new Reasons()
        .add(precondition.refuse(domain.value(), current.revision().version()))
        .decide(
            settings.equals(current.settings())
                ? List.of()
                : List.of(new DomainChanged(domain, settings)));
  }
}
