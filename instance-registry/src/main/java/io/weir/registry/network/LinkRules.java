package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Id;
import io.weir.contracts.value.VpcId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

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

  private static Refusal notFound(Id id) {
    return Refusal.of(RefusalCode.NOT_FOUND, "there is no " + id.value(), id.value());
  }
}
