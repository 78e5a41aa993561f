package io.weir.registry.instance;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.InstanceSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** What holds for every dedicated instance, new or changed. */
final class InstanceRules {
  private InstanceRules() {}

  /** Everything that stands against a dedicated instance with these settings. */
  static List<Refusal> broken(GatewayImage image, InstanceId id, InstanceSettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    for (Instance other : image.instances().values()) {
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
