package io.weir.control.upstream;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for every upstream, new or changed. */
final class UpstreamRules {
  private UpstreamRules() {}

  /** Everything that stands against an upstream with these settings. */
  static List<Refusal> broken(GatewayImage image, UpstreamId id, UpstreamSettings settings) {
    List<Refusal> refusals = new ArrayList<>();
    nameIsUnique(image, id, settings.name(), refusals);
    vpcExists(image, settings, refusals);
    return refusals;
  }

  private static void nameIsUnique(
      GatewayImage image, UpstreamId id, @Nullable Name name, List<Refusal> refusals) {
    if (name == null) {
      return;
    }
    for (Upstream other : image.upstreams().values()) {
      if (!other.id().equals(id) && name.equals(other.settings().name())) {
        refusals.add(
            Refusal.at(
                "/name",
                RefusalCode.NAME_TAKEN,
                "the name " + name + " is taken by " + other.id(),
                other.id().value()));
      }
    }
  }

  private static void vpcExists(
      GatewayImage image, UpstreamSettings settings, List<Refusal> refusals) {
    if (!image.vpcs().containsKey(settings.vpcId())) {
      refusals.add(
          Refusal.at(
              "/vpcId",
              RefusalCode.UNKNOWN_VPC,
              "there is no " + settings.vpcId(),
              settings.vpcId().value()));
    }
  }
}
