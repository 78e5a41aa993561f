package io.weir.control.traffic;

import io.weir.contracts.image.Api;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Service;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/**
 * What objects are called that replicas tell of by their ids, which have been checked; null of what
 * is not there, or has no name.
 *
 * @param image null if the ledger cannot be read: nothing has a name then
 */
public record ObjectNames(@Nullable GatewayImage image) {
  /** Of a service. */
  public @Nullable String service(@Nullable String id) {
    Service service = find(id);
    return service == null ? null : service.settings().name().value();
  }

  /** Of an API, as the environment answers it; else of its draft. */
  public @Nullable String api(
      @Nullable String serviceId, @Nullable String environment, @Nullable String id) {
    Service service = find(serviceId);
    if (service == null || environment == null || id == null) {
      return null;
    }
    ApiId api = new ApiId(id);
    String released =
        service
            .released(Environment.of(environment))
            .flatMap(release -> release.api(api))
            .map(one -> one.definition().name().value())
            .orElse(null);
    Api draft = service.apis().get(api);
    return released != null || draft == null ? released : draft.definition().name().value();
  }

  /** Of an upstream. */
  public @Nullable String upstream(@Nullable String id) {
    Upstream upstream =
        image == null || id == null ? null : image.upstreams().get(new UpstreamId(id));
    Name name = upstream == null ? null : upstream.settings().name();
    return name == null ? null : name.value();
  }

  private @Nullable Service find(@Nullable String id) {
    return image == null || id == null ? null : image.services().get(new ServiceId(id));
  }
}
