package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Refusal;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for every link: there is something at both ends. */
final class LinkRules {
  private LinkRules() {}

  /** Everything that stands against a link between these two. */
  static List<Refusal> broken(GatewayImage image, CcnId networkId, VpcId vpcId) {
    List<Refusal> refusals = new ArrayList<>();
    if (!image.networks().containsKey(networkId)) {
      refusals.add(Reasons.absent(networkId.value()));
    }
    if (!image.vpcs().containsKey(vpcId)) {
      refusals.add(Reasons.absent(vpcId.value()));
    }
    return refusals;
  }

  /** The link, or null if the VPC is not attached. */
  static @Nullable Link attached(GatewayImage image, CcnId networkId, VpcId vpcId) {
    Link link = image.link(networkId, vpcId);
    return link != null && link.attached() ? link : null;
  }

  /** What stands against the caller's expectation of the link. */
  static Optional<Refusal> stale(
      CcnId networkId, VpcId vpcId, @Nullable Link attached, Precondition precondition) {
    return precondition.refuse(
        "the link of " + vpcId + " to " + networkId,
        attached == null ? null : attached.revision().version(),
        networkId.value(),
        vpcId.value());
  }
}
