package io.weir.contracts.image;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;

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

  /** What uses come to, API by API. */
  static List<AssociatedApi> of(SortedSet<Use> uses) {
    List<AssociatedApi> apis = new ArrayList<>();
    for (Use use : uses) {
      boolean drafted = use.environment() == null;
      var one =
          new AssociatedApi(
              use.serviceId(),
              use.apiId(),
              use.name(),
              drafted,
              drafted ? Set.of() : Set.of(use.environment()));
      AssociatedApi last = apis.isEmpty() ? null : apis.getLast();
      if (last != null && last.apiId.equals(one.apiId) && last.serviceId.equals(one.serviceId)) {
        apis.set(apis.size() - 1, last.and(one));
      } else {
        apis.add(one);
      }
    }
    return apis;
  }

  /** Its name is that of the first use. */
  private AssociatedApi and(AssociatedApi later) {
    Set<Environment> all = EnumSet.noneOf(Environment.class);
    all.addAll(environments);
    all.addAll(later.environments);
    return new AssociatedApi(serviceId, apiId, name, drafted || later.drafted, all);
  }
}
