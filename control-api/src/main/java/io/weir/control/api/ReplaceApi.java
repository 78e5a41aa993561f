package io.weir.control.api;

import io.weir.contracts.event.ApiEvent.ApiChanged;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;

/** Gives the draft of an API a new definition. */
public record ReplaceApi(
    ServiceId serviceId,
    ApiId id,
    ApiDefinition definition,
    Require require,
    Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-api";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    Api current = service.apis().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    Reasons reasons =
        new Reasons()
            .add(precondition.refuse(id.value(), current.revision().version()))
            .add(ApiRules.broken(image, service, id, definition, require));
    return reasons.decide(
        definition.equals(current.definition())
            ? List.of()
            : List.of(new ApiChanged(id, serviceId, definition)));
  }
}
