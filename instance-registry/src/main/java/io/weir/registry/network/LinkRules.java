package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Link;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import io.weir.rest.Precondition;
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
      refusals.add(notFound(networkId));
    }
    if (!image.vpcs().containsKey(vpcId)) {
      refusals.add(notFound(vpcId));
    }
    return refusals;
  }

  /** What the caller expected of a link that is there; a link that never was has no version. */
  static Optional<Refusal> stale(@Nullable Link link, Precondition precondition) {
    return link == null
        ? Optional.empty()
        : precondition.refuse(link.key().vpcId().value(), link.revision().version());
  }

  private static Refusal notFound(Id id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id.value(), id.value());
  }
}
