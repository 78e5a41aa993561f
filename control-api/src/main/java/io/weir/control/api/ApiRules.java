package io.weir.control.api;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import io.weir.ledger.Refusal;
import io.weir.ledger.RefusalCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What holds for the APIs of a service and of nothing else. */
record ApiRules(ServiceId serviceId, Require require) {
  private static final String UPSTREAM = "/backEnd/upstreamId";

  /**
   * No two APIs of a service compete for the same requests; the case of an escape's digits does not
   * tell two paths apart.
   */
  Optional<Refusal> frontEndIsFree(
      GatewayImage image, ApiId id, ApiDefinition definition, @Nullable Api current) {
    for (ApiId other : image.apisAt(serviceId, definition.frontEnd())) {
      Api holder = other.equals(id) ? null : image.api(serviceId, other);
      if (holder != null) {
        return Optional.of(pathTaken(definition.frontEnd(), holder));
      }
    }
    return Optional.empty();
  }

  private static Refusal pathTaken(FrontEnd frontEnd, Api holder) {
    return Refusal.at(
        "/frontEnd",
        RefusalCode.PATH_TAKEN,
        "%s %s is taken by %s %s"
            .formatted(frontEnd.method(), frontEnd.path(), holder.id(), holder.definition().name()),
        holder.id().value());
  }

  /** From a dedicated instance, and now already if the caller requires it. */
  Optional<Refusal> upstreamCanBeReached(
      GatewayImage image, ApiId id, ApiDefinition definition, @Nullable Api current) {
    Service service = image.services().get(serviceId);
    if (service == null) {
      return Optional.empty();
    }
    if (service.settings().instanceId() == null) {
      return Optional.of(
          Refusal.at(
              UPSTREAM,
              RefusalCode.SHARED_INSTANCE,
              "VPC upstreams need a dedicated instance, and " + serviceId + " is on the shared one",
              serviceId.value()));
    }
    return require == Require.REACHABLE
        ? outOfReach(image, service, definition.backEnd().upstreamId())
        : Optional.empty();
  }

  private static Optional<Refusal> outOfReach(
      GatewayImage image, Service service, UpstreamId upstreamId) {
    return ApiReachability.of(image, service, upstreamId)
        .filter(reachability -> !reachability.reachable())
        .map(
            reachability ->
                Refusal.at(
                    UPSTREAM,
                    RefusalCode.VPC_NOT_CONNECTED,
                    ApiReachability.explain(image, service, upstreamId),
                    upstreamId.value()));
  }
}
