package io.weir.contracts.event;

import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import java.util.List;

/** What happens to a custom domain. */
public sealed interface DomainEvent extends GatewayEvent {
  /** The domain. */
  Domain domain();

  @Override
  default String stream() {
    return "domain/" + domain();
  }

  @Override
  default List<String> subjects() {
    return List.of(domain().value());
  }

  /** A domain began to lead to a service. */
  record DomainBound(Domain domain, DomainSettings settings) implements DomainEvent {
    @Override
    public List<String> subjects() {
      return List.of(domain.value(), settings.serviceId().value());
    }
  }

  /** The settings were replaced. */
  record DomainChanged(Domain domain, DomainSettings settings) implements DomainEvent {
    @Override
    public List<String> subjects() {
      return List.of(domain.value(), settings.serviceId().value());
    }
  }

  /** The domain leads nowhere any more. */
  record DomainUnbound(Domain domain) implements DomainEvent {}
}
