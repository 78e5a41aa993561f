package io.weir.control.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Reachability;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.CcnId;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The draft of an API as clients see it.
 *
 * @param reachability null if the service is on the shared instance
 * @param warnings what is accepted but will not work as things are
 */
public record ApiView(
    ApiId id,
    ServiceId serviceId,
    Name name,
    Description description,
    FrontEnd frontEnd,
    BackEnd backEnd,
    long version,
    long position,
    String changedAt,
    @Nullable ReachabilityView reachability,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Warning> warnings) {

  /** Something the caller should know, such as {@code VPC_NOT_CONNECTED}. */
  public record Warning(String code, String detail) {}

  /**
   * Whether requests get through to the upstream.
   *
   * @param cloudConnectNetworkId the network that joins the VPCs, or that did last
   * @param position of the event that made or broke the connection
   */
  public record ReachabilityView(
      Reachability.Status status, @Nullable CcnId cloudConnectNetworkId, @Nullable Long position) {
    static ReachabilityView of(Reachability reachability) {
      return new ReachabilityView(
          reachability.status(), reachability.networkId(), reachability.position());
    }
  }

  static ApiView of(GatewayImage image, Api api) {
    var definition = api.definition();
    UpstreamId upstreamId = definition.backEnd().upstreamId();
    Service service = image.services().get(api.serviceId());
    Optional<Reachability> reachability =
        service == null ? Optional.empty() : ApiReachability.of(image, service, upstreamId);
    return new ApiView(
        api.id(),
        api.serviceId(),
        definition.name(),
        definition.description(),
        definition.frontEnd(),
        definition.backEnd(),
        api.revision().version(),
        api.revision().position(),
        api.revision().at().toString(),
        reachability.map(ReachabilityView::of).orElse(null),
        service == null || reachability.map(Reachability::reachable).orElse(true)
            ? List.of()
            : List.of(
                new Warning(
                    Reachability.Status.VPC_NOT_CONNECTED.name(),
                    ApiReachability.explain(image, service, upstreamId))));
  }
}
