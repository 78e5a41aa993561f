package io.weir.registry.instance;

import io.weir.contracts.event.InstanceEvent.InstanceDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;
import java.util.Optional;

/** Deletes a dedicated instance that no service is on. */
public record DeleteInstance(InstanceId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "delete-instance";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Instance current = image.instances().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(inUse(image))
        .decide(new InstanceDeleted(id));
  }

  private Optional<Refusal> inUse(GatewayImage image) {
    List<String> services =
        image.services().values().stream()
            .filter(service -> id.equals(service.settings().instanceId()))
            .map(service -> service.id().value())
            .toList();
    return services.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RefusalCode.IN_USE,
                id + " is used by " + String.join(", ", services),
                null,
                services));
  }
}
