package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.NetworkCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Reasons;

/** Creates a Cloud Connect Network. */
public record CreateNetwork(CcnId id, NetworkSettings settings) implements Command {
  @Override
  public String name() {
    return "create-cloud-connect-network";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return new Reasons()
        .add(NetworkRules.broken(image, id, settings))
        .decide(new NetworkCreated(id, settings));
  }
}
