package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.NetworkChanged;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
import java.util.List;

/** Gives a Cloud Connect Network new settings. */
public record ReplaceNetwork(CcnId id, NetworkSettings settings, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "replace-cloud-connect-network";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Network current = image.networks().get(id);
    if (current == null) {
      return Reasons.notFound(id);
    }
    return new Reasons()
        .add(precondition.refuse(id.value(), current.revision().version()))
        .add(NetworkRules.broken(image, id, settings))
        .decide(
            settings.equals(current.settings())
                ? List.of()
                : List.of(new NetworkChanged(id, settings)));
  }
}
