package io.weir.control.api;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.UpstreamId;
import java.util.Optional;

/** Whether the instance of a service reaches an upstream. */
final class ApiReachability {
  private ApiReachability() {}

  /**
   * The answer; nothing if the service is on the shared instance or one of the objects does not
   * exist.
   */
  static Optional<Reachability> of(GatewayImage image, Service service, UpstreamId upstreamId) {
    var instanceId = service.settings().instanceId();
    Instance instance = instanceId == null ? null : image.instances().get(instanceId);
    Upstream upstream = image.upstreams().get(upstreamId);
    return instance == null || upstream == null
        ? Optional.empty()
        : Optional.of(Reachability.of(image, instance, upstream));
  }

  /** Says why an upstream is out of reach, and what would change that. */
  static String explain(GatewayImage image, Service service, UpstreamId upstreamId) {
    var instanceId = service.settings().instanceId();
    Instance instance = instanceId == null ? null : image.instances().get(instanceId);
    Upstream upstream = image.upstreams().get(upstreamId);
    if (instance == null || upstream == null) {
      return upstreamId + " cannot be reached";
    }
    return "%s is in %s and %s in %s: requests are answered 503 until a Cloud Connect Network joins the two"
        .formatted(
            instance.id(), instance.settings().vpcId(), upstream.id(), upstream.settings().vpcId());
  }
}
