package io.weir.control.service;

import io.weir.contracts.content.ServiceContent;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.ledger.command.Kind;
import io.weir.ledger.command.Rules;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Services. One is deleted when it has no APIs, answers in no environment and has no custom
 * domains; its releases go with it.
 */
public final class ServiceKind {
  /** The one there is. */
  public static final Kind<ServiceId, Service, ServiceSettings> INSTANCE =
      Kind.of("service", GatewayImage::services, Service::settings, Service::revision)
          .uniqueName(ServiceSettings::name, GatewayImage::serviceNamed)
          .refersTo(
              "/instanceId",
              RefusalCode.UNKNOWN_INSTANCE,
              ServiceSettings::instanceId,
              GatewayImage::instances)
          .rule(ServiceKind::needsDedicatedInstance)
          .heldBy(ServiceKind::inUse)
          .shows("apiCount", (image, service) -> service.apis().size())
          .shows("environments", (image, service) -> List.copyOf(service.environments().keySet()))
          .named(ServiceId::new, ServiceId::random)
          .made(
              ServiceContent::read, ServiceCreated::new, ServiceChanged::new, ServiceDeleted::new);

  private ServiceKind() {}

  /**
   * Every API forwards to a VPC upstream, which the shared instance is in no VPC to reach, and the
   * shared instance has no domains of single services.
   */
  private static Optional<Refusal> needsDedicatedInstance(
      GatewayImage image, ServiceId id, ServiceSettings settings, @Nullable Service current) {
    if (current == null || settings.instanceId() != null) {
      return Optional.empty();
    }
    ServiceUse use = ServiceUse.of(image, current);
    return use.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RefusalCode.SHARED_INSTANCE,
                "VPC upstreams and custom domains need a dedicated instance, and the service has "
                    + Rules.first(use.words()),
                "/instanceId",
                Rules.related(use.ids())));
  }

  private static Optional<Refusal> inUse(GatewayImage image, ServiceId id, Service current) {
    ServiceUse use = ServiceUse.of(image, current);
    return Rules.unused(id.value(), "still has", use.words(), use.ids());
  }
}
