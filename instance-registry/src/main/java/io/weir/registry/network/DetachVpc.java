package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.LinkDetached;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
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
    Link link = image.link(networkId, vpcId);
    boolean attached = link != null && link.attached();
    return new Reasons()
        .add(LinkRules.broken(image, networkId, vpcId))
        .add(LinkRules.stale(link, precondition))
        .decide(attached ? List.of(new LinkDetached(networkId, vpcId)) : List.of());
  }
}
