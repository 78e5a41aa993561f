package io.weir.control.domain;

import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Reasons;
import java.util.Optional;

/** Lets a custom domain lead to an environment of a service on a dedicated instance. */
public record BindDomain(Domain domain, DomainSettings settings) implements Command {
  @Override
  public String name() {
    return "bind-domain";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(settings.serviceId());
    if (service == null) {
      return Reasons.notFound(settings.serviceId());
    }
    return new Reasons()
        .add(taken(image))
        .add(onSharedInstance(service))
        .decide(new DomainBound(domain, settings));
  }

  private Optional<Refusal> taken(GatewayImage image) {
    CustomDomain other = image.domains().get(domain);
    if (other == null) {
      return Optional.empty();
    }
    ServiceId holder = other.settings().serviceId();
    return Optional.of(
        Refusal.at(
            "/domain",
            RefusalCode.DOMAIN_TAKEN,
            "the domain " + domain + " leads to " + holder + " already",
            holder.value()));
  }

  /** Domains are answered by the data-plane nodes of dedicated instances. */
  private static Optional<Refusal> onSharedInstance(Service service) {
    return service.settings().instanceId() != null
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.SHARED_INSTANCE,
                "custom domains need a dedicated instance, and "
                    + service.id()
                    + " is on the shared one",
                service.id().value()));
  }
}
