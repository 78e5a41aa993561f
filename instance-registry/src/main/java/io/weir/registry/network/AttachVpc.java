package io.weir.registry.network;

import io.weir.contracts.event.NetworkEvent.LinkAttached;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.rest.Precondition;
import io.weir.rest.Reasons;
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
    Link link = image.link(networkId, vpcId);
    boolean attached = link != null && link.attached();
    return new Reasons()
        .add(LinkRules.broken(image, networkId, vpcId))
        .add(LinkRules.stale(link, precondition))
        .decide(attached ? List.of() : List.of(new LinkAttached(networkId, vpcId)));
  }
}
