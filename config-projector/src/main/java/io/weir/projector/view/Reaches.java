package io.weir.projector.view;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reachability in one image, worked out once per pair of VPCs. */
final class Reaches {
  private record Pair(VpcId one, VpcId other) {}

  private final GatewayImage image;
  private final Map<Pair, Reachability> known = new HashMap<>();

  Reaches(GatewayImage image) {
    this.image = image;
  }

  /** Between an API's instance and its upstream; null if the service has no instance of its own. */
  @Nullable Reachability of(Service service, Api api) {
    InstanceId instanceId = service.settings().instanceId();
    Instance instance = instanceId == null ? null : image.instances().get(instanceId);
    Upstream upstream = image.upstreams().get(api.definition().backEnd().upstreamId());
    if (instance == null || upstream == null) {
      return null;
    }
    return known.computeIfAbsent(
        new Pair(instance.settings().vpcId(), upstream.settings().vpcId()),
        pair -> Reachability.between(image, pair.one, pair.other));
  }

  /**
   * Whether the reachability of an API that was not touched itself may have changed. Nothing refers
   * to an instance or an upstream before it is created or after it is deleted, so only one that
   * moved to another VPC matters.
   */
  static boolean mayDiffer(Change change) {
    if (!change.delta().touchedLinks().isEmpty()) {
      return true;
    }
    for (InstanceId id : change.delta().touchedInstances()) {
      Instance before = change.before().instances().get(id);
      Instance after = change.after().instances().get(id);
      if (before != null
          && after != null
          && !before.settings().vpcId().equals(after.settings().vpcId())) {
        return true;
      }
    }
    for (UpstreamId id : change.delta().touchedUpstreams()) {
      Upstream before = change.before().upstreams().get(id);
      Upstream after = change.after().upstreams().get(id);
      if (before != null
          && after != null
          && !before.settings().vpcId().equals(after.settings().vpcId())) {
        return true;
      }
    }
    return false;
  }
}
