package io.weir.control.service;

import io.weir.contracts.event.ServiceEvent.ServiceDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.Optional;

/**
 * Deletes a service that has no APIs, answers in no environment and has no custom domains; its
 * releases go with it.
 */
public record DeleteService(ServiceId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "delete-service";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service current = image.services().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(inUse(image, current))
        .decide(new ServiceDeleted(id));
  }

  private Optional<Refusal> inUse(GatewayImage image, Service current) {
    ServiceUse use = ServiceUse.of(image, current);
    return use.isEmpty()
        ? Optional.empty()
        : Optional.of(new Refusal(RefusalCode.IN_USE, id + " still has " + use, null, use.ids()));
  }
}
