package io.weir.control.api;

import io.weir.contracts.event.ApiEvent.ApiCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Reasons;

/** Adds an API to a service; clients can call it after the next release. */
public record CreateApi(ServiceId serviceId, ApiId id, ApiDefinition definition, Require require)
    implements Command {
  @Override
  public String name() {
    return "create-api";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    return new Reasons()
        .add(ApiRules.broken(image, service, id, definition, require))
        .decide(new ApiCreated(id, serviceId, definition));
  }
}
