package io.weir.registry.network;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Network;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.NetworkSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** What holds for every Cloud Connect Network, new or changed. */
final class NetworkRules {
  private NetworkRules() {}

  /** Everything that stands against a Cloud Connect Network with these settings. */
  static List<Refusal> broken(GatewayImage image, CcnId id, NetworkSettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    for (Network other : image.networks().values()) {
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
