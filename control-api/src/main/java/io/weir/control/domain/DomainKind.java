package io.weir.control.domain;

import io.weir.contracts.content.DomainContent;
import io.weir.contracts.event.DomainEvent.DomainBound;
import io.weir.contracts.event.DomainEvent.DomainChanged;
import io.weir.contracts.event.DomainEvent.DomainUnbound;
import io.weir.contracts.image.CustomDomain;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Domain;
import io.weir.contracts.value.DomainSettings;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Custom domains of a service on a dedicated instance, each leading to one environment of it; one
 * that is deleted leads nowhere, and any service can have it then.
 */
public final class DomainKind {
  private DomainKind() {}

  /** The kind within a service. */
  public static Kind<Domain, CustomDomain, DomainSettings> of(ServiceId serviceId) {
    return Kind.of(
            "domain",
            (GatewayImage image, Domain domain) -> find(image, serviceId, domain),
            CustomDomain::settings,
            CustomDomain::revision)
        .within("serviceId", serviceId, image -> image.services().containsKey(serviceId))
        .rule(DomainKind::leadsNowhereYet)
        .rule(DomainKind::isNoServicesHost)
        .rule(DomainKind::onDedicatedInstance)
        .namedByCaller("domain", Domain::new)
        .made(
            fields -> DomainContent.read(serviceId, fields),
            DomainBound::new,
            DomainChanged::new,
            DomainUnbound::new);
  }

  private static @Nullable CustomDomain find(
      GatewayImage image, ServiceId serviceId, Domain domain) {
    CustomDomain bound = image.domains().get(domain);
    return bound != null && bound.settings().serviceId().equals(serviceId) ? bound : null;
  }

  private static Optional<Refusal> leadsNowhereYet(
      GatewayImage image, Domain domain, DomainSettings settings, @Nullable CustomDomain current) {
    CustomDomain other = image.domains().get(domain);
    return current != null || other == null
        ? Optional.empty()
        : Optional.of(
            taken(
                "the domain " + domain + " leads to " + other.settings().serviceId() + " already",
                other.settings().serviceId()));
  }

  /**
   * Every host whose first label is the id of a service leads to that service, unless it is a
   * custom domain.
   */
  private static Optional<Refusal> isNoServicesHost(
      GatewayImage image, Domain domain, DomainSettings settings, @Nullable CustomDomain current) {
    return current != null
        ? Optional.empty()
        : domain
            .serviceInFirstLabel()
            .filter(host -> !host.equals(settings.serviceId()))
            .map(host -> taken("hosts that begin with " + host + " lead to that service", host));
  }

  private static Refusal taken(String detail, ServiceId holder) {
    return Refusal.at("/domain", RefusalCode.DOMAIN_TAKEN, detail, holder.value());
  }

  /** Domains are answered by the replicas of dedicated instances. */
  private static Optional<Refusal> onDedicatedInstance(
      GatewayImage image, Domain domain, DomainSettings settings, @Nullable CustomDomain current) {
    ServiceId id = settings.serviceId();
    Service service = image.services().get(id);
    return service == null || service.settings().instanceId() != null
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalCode.SHARED_INSTANCE,
                "custom domains need a dedicated instance, and " + id + " is on the shared one",
                id.value()));
  }
}
