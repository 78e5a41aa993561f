package io.weir.control.service;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.ServiceSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;

/** What holds for every service, new or changed. */
final class ServiceRules {
  private ServiceRules() {}

  /** Everything that stands against a service with these settings. */
  static List<Refusal> broken(GatewayImage image, ServiceId id, ServiceSettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    for (Service other : image.services().values()) {
      if (!other.id().equals(id) && other.settings().name().equals(settings.name())) {
        refusals.add(
            Refusal.at(
                "/name",
                RefusalCode.NAME_TAKEN,
                "the name " + settings.name() + " is taken by " + other.id(),
                other.id().value()));
      }
    }
    var instance = settings.instanceId();
    if (instance != null && !image.instances().containsKey(instance)) {
      refusals.add(
          Refusal.at(
              "/instanceId",
              RefusalCode.UNKNOWN_INSTANCE,
              "there is no " + instance,
              instance.value()));
    }
    return refusals;
  }
}
