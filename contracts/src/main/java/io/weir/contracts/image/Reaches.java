package io.weir.contracts.image;

import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reachability of upstreams from services in one image, worked out once per pair of VPCs. Not
 * thread-safe.
 */
public final class Reaches {
  private record Pair(VpcId one, VpcId other) {}

  private final GatewayImage image;
  private final Map<Pair, Reachability> known = new HashMap<>();

  public Reaches(GatewayImage image) {
    this.image = image;
  }

  /**
   * Of an upstream from the instance of a service; null if the service has no instance of its own,
   * or there is no such upstream.
   */
  public @Nullable Reachability of(Service service, UpstreamId upstreamId) {
    InstanceId instanceId = service.settings().instanceId();
    Instance instance = instanceId == null ? null : image.instances().get(instanceId);
    Upstream upstream = image.upstreams().get(upstreamId);
    if (instance == null || upstream == null) {
      return null;
    }
    return known.computeIfAbsent(
        new Pair(instance.settings().vpcId(), upstream.settings().vpcId()),
        pair -> Reachability.between(image, pair.one, pair.other));
  }

  /** Of the upstream of a draft. */
  public @Nullable Reachability of(Service service, Api api) {
    return of(service, api.definition().backEnd().upstreamId());
  }
}
