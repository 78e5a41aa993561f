package io.weir.control.service;

import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;
import java.util.Optional;

/** Gives a service new settings. */
public record ReplaceService(ServiceId id, ServiceSettings settings, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-service";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service current = image.services().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    Reasons reasons =
        new Reasons()
            .add(precondition.refuse(id.value(), current.revision().version()))
            .add(ServiceRules.broken(image, id, settings))
            .add(needsDedicatedInstance(image, current));
    return reasons.decide(
        settings.equals(current.settings())
            ? List.of()
            : List.of(new ServiceChanged(id, settings)));
  }

  /**
   * Every API forwards to a VPC upstream, which the shared instance is in no VPC to reach, and the
   * shared instance has no domains of single services.
   */
  private Optional<Refusal> needsDedicatedInstance(GatewayImage image, Service current) {
    ServiceUse use = ServiceUse.of(image, current);
    if (settings.instanceId() != null || use.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            RefusalCode.SHARED_INSTANCE,
            "VPC upstreams and custom domains need a dedicated instance, and the service has "
                + use,
            "/instanceId",
            use.ids()));
  }
}
