package io.weir.registry.vpc;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Vpc;
import io.weir.contracts.value.VpcId;
import io.weir.contracts.value.VpcSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** What holds for every VPC, new or changed. */
final class VpcRules {
  private VpcRules() {}

  /** Everything that stands against a VPC with these settings. */
  static List<Refusal> broken(GatewayImage image, VpcId id, VpcSettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    for (Vpc other : image.vpcs().values()) {
      if (!other.id().equals(id) && other.settings().name().equals(settings.name())) {
        refusals.add(
            Refusal.at(
                "/name",
                RefusalCode.NAME_TAKEN,
                "the name " + settings.name() + " is taken by " + other.id(),
                other.id().value()));
      }
    }
    return refusals;
  }
}
