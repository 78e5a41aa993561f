package io.weir.control.traffic.request;

import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Instance;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/**
 * The route of a request in the configuration that served it. Pure.
 *
 * @param environment as the history of events names it
 * @param upstream the position of the event that gave the upstream its value; null if it is none of
 *     this ledger
 * @param connection that of the event that joined, or parted, the VPCs of upstream and instance; of
 *     the same VPC, the one that gave the instance its value
 */
record RouteThen(String environment, @Nullable Long upstream, @Nullable Long connection) {
  /** Null if the configuration has no such route: it was of another ledger, or of none. */
  static @Nullable RouteThen of(GatewayImage image, KeptRequest request) {
    if (request.serviceId() == null
        || request.environment() == null
        || request.upstreamId() == null) {
      return null;
    }
    Service service = image.services().get(new ServiceId(request.serviceId()));
    Environment environment = Environment.of(request.environment());
    Upstream upstream = image.upstreams().get(new UpstreamId(request.upstreamId()));
    if (service == null || upstream == null || service.released(environment).isEmpty()) {
      return null;
    }
    return new RouteThen(
        service.id() + "/" + environment.value(),
        upstream.revision().position(),
        connection(image, service, upstream));
  }

  private static @Nullable Long connection(GatewayImage image, Service service, Upstream upstream) {
    InstanceId id = service.settings().instanceId();
    Instance instance = id == null ? null : image.instances().get(id);
    if (instance == null) {
      return null;
    }
    Long link = Reachability.of(image, instance, upstream).position();
    return link == null ? Long.valueOf(instance.revision().position()) : link;
  }
}
