package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.NetworkDeleted;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;
import java.util.Optional;

/** Deletes a Cloud Connect Network that no VPC is attached to. */
public record DeleteNetwork(CcnId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "delete-cloud-connect-network";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Network current = image.networks().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(inUse(image))
        .decide(new NetworkDeleted(id));
  }

  private Optional<Refusal> inUse(GatewayImage image) {
    List<String> attached =
        image.links().values().stream()
            .filter(link -> link.attached() && link.key().networkId().equals(id))
            .map(link -> link.key().vpcId().value())
            .toList();
    return attached.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                RefusalCode.IN_USE,
                id + " still has attached " + String.join(", ", attached),
                null,
                attached));
  }
}
