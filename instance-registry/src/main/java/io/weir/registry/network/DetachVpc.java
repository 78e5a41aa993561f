package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.List;

/**
 * Detaches a VPC from a Cloud Connect Network, whatever depends on the connection: reachability is
 * a status, not a veto. Does nothing if the VPC is not attached.
 */
public record DetachVpc(CcnId networkId, VpcId vpcId, Precondition precondition)
    implements Command {
  @Override
  public String name() {
    return "detach-vpc";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Link attached = LinkRules.attached(image, networkId, vpcId);
    return new Reasons()
        .add(LinkRules.broken(image, networkId, vpcId))
        .add(LinkRules.stale(networkId, vpcId, attached, precondition))
        .decide(attached == null ? List.of() : List.of(new LinkDetached(networkId, vpcId)));
  }
}
