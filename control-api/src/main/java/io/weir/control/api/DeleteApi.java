package io.weir.control.api;

import io.weir.contracts.event.ApiEvent.ApiDeleted;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;

/** Deletes the draft of an API; where it is released it answers until the next release. */
public record DeleteApi(ServiceId serviceId, ApiId id, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "delete-api";
  }

  @Override
  public Decision decide(GatewayImage image) {
    if (!image.services().containsKey(serviceId)) {
      return Reasons.notFound(serviceId);
    }
    Api current = image.api(serviceId, id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .decide(new ApiDeleted(id, serviceId));
  }
}
