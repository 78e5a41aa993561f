package io.weir.registry.vpc;

import io.weir.contracts.event.VpcEvent.VpcCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Reasons;

/** Creates a VPC. */
public record CreateVpc(VpcId id, VpcSettings settings) implements Command {
  @Override
  public String name() {
    return "create-vpc";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return new Reasons()
        .add(VpcRules.broken(image, id, settings))
        .decide(new VpcCreated(id, settings));
  }
}
