package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.List;

/** Attaches a VPC to a Cloud Connect Network; does nothing if it is attached already. */
public record AttachVpc(CcnId networkId, VpcId vpcId, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "attach-vpc";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Link attached = LinkRules.attached(image, networkId, vpcId);
    return new Reasons()
        .add(LinkRules.broken(image, networkId, vpcId))
        .add(LinkRules.stale(networkId, vpcId, attached, precondition))
        .decide(attached == null ? List.of(new LinkAttached(networkId, vpcId)) : List.of());
  }
}
