package io.weir.control.api;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Reaches;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.command.Warning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the instance of a service reaches the upstream of an API, as clients see it.
 *
 * @param cloudConnectNetworkId the network that joins the VPCs, or that did last
 * @param position of the event that made or broke the connection
 */
public record ApiReachability(
    Reachability.Status status, @Nullable CcnId cloudConnectNetworkId, @Nullable Long position) {

  /** Of an API; null if its service is on the shared instance. */
  static @Nullable ApiReachability shown(GatewayImage image, Api api) {
    return of(image, api)
        .map(by -> new ApiReachability(by.status(), by.networkId(), by.position()))
        .orElse(null);
  }

  /**
   * What to know about an API whose upstream is out of reach, which it names at {@code pointer}.
   */
  static List<Warning> warnings(GatewayImage image, Api api, String pointer) {
    Service service = image.services().get(api.serviceId());
    return service == null || of(image, api).map(Reachability::reachable).orElse(true)
        ? List.of()
        : List.of(
            new Warning(
                Reachability.Status.VPC_NOT_CONNECTED.name(),
                explain(image, service, api.definition().backEnd().upstreamId()),
                List.of(pointer)));
  }

  private static Optional<Reachability> of(GatewayImage image, Api api) {
    Service service = image.services().get(api.serviceId());
    return service == null
        ? Optional.empty()
        : of(image, service, api.definition().backEnd().upstreamId());
  }

  /**
   * The answer; nothing if the service is on the shared instance or one of the objects does not
   * exist.
   */
  static Optional<Reachability> of(GatewayImage image, Service service, UpstreamId upstreamId) {
    return Optional.ofNullable(new Reaches(image).of(service, upstreamId));
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
