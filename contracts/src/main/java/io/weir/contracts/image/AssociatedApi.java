package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * An API that uses an upstream.
 *
 * @param name of the draft if that uses the upstream, otherwise as released into the first of the
 *     environments
 * @param drafted whether the draft uses it
 * @param environments where a release that uses it answers, in their declared order
 */
public record AssociatedApi(
    ServiceId serviceId, ApiId apiId, Name name, boolean drafted, Set<Environment> environments) {
  public AssociatedApi {
    Set<Environment> inOrder = EnumSet.noneOf(Environment.class);
    inOrder.addAll(environments);
    environments = Collections.unmodifiableSet(inOrder);
  }

  static List<AssociatedApi> find(Collection<Service> services, UpstreamId upstreamId) {
    List<AssociatedApi> found = new ArrayList<>();
    for (Service service : services) {
      Map<ApiId, AssociatedApi> ofService = new TreeMap<>();
      for (Environment environment : service.environments().keySet()) {
        service
            .released(environment)
            .ifPresent(
                release -> {
                  for (ReleasedApi api : release.apis()) {
                    if (api.definition().backEnd().upstreamId().equals(upstreamId)) {
                      var one =
                          new AssociatedApi(
                              service.id(),
                              api.id(),
                              api.definition().name(),
                              false,
                              EnumSet.of(environment));
                      ofService.merge(api.id(), one, AssociatedApi::and);
                    }
                  }
                });
      }
      for (Api api : service.apis().values()) {
        if (api.definition().backEnd().upstreamId().equals(upstreamId)) {
          var one =
              new AssociatedApi(service.id(), api.id(), api.definition().name(), true, Set.of());
          ofService.merge(api.id(), one, AssociatedApi::and);
        }
      }
      found.addAll(ofService.values());
    }
    return found;
  }

  private AssociatedApi and(AssociatedApi later) {
    Set<Environment> all = EnumSet.noneOf(Environment.class);
    all.addAll(environments);
    all.addAll(later.environments);
    return new AssociatedApi(
        serviceId, apiId, later.drafted ? later.name : name, drafted || later.drafted, all);
  }
}
