package io.weir.control.release;

import io.weir.contracts.event.ReleaseEvent.EnvironmentUnreleased;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.ServiceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.List;

/** Makes an environment answer nothing; one that does so already is left alone. */
public record UnreleaseEnvironment(
    ServiceId serviceId, Environment environment, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "unrelease-environment";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Reasons.notFound(serviceId);
    }
    return new Reasons()
        .add(precondition.refuse(serviceId.value(), service.revision().version()))
        .decide(
            image.isReleased(serviceId, environment)
                ? List.of(new EnvironmentUnreleased(serviceId, environment))
                : List.of());
  }
}
