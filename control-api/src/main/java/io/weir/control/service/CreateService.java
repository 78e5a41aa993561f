package io.weir.control.service;

import io.weir.contracts.event.ServiceEvent.ServiceCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Reasons;

/** Creates a service on a dedicated instance or on the shared one. */
public record CreateService(ServiceId id, ServiceSettings settings) implements Command {
  @Override
  public String name() {
    return "create-service";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return new Reasons()
        .add(ServiceRules.broken(image, id, settings))
        .decide(new ServiceCreated(id, settings));
  }
}
