package io.weir.projector.view;

import io.weir.contracts.event.ApiEvent;
import io.weir.contracts.event.ServiceEvent;
import io.weir.contracts.event.ServiceEvent.ServiceChanged;
import io.weir.contracts.image.Service;
import io.weir.contracts.topic.Entry;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.ServiceId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a command speaks of in services: single drafts, or more than that. Most commands change one
 * draft, and what that costs must not grow with the service it is in.
 *
 * @param services of which everything may differ
 * @param apis single drafts in other services
 */
record Drafts(Set<ServiceId> services, Map<ApiId, ServiceId> apis) {
  static Drafts of(Change change) {
    Set<ServiceId> services = new HashSet<>();
    Map<ApiId, ServiceId> apis = new LinkedHashMap<>();
    for (Entry entry : change.commit().entries()) {
      switch (entry.event()) {
        case ApiEvent api -> apis.put(api.id(), api.serviceId());
        case ServiceChanged service when looksAlike(service.id(), change) -> {
          // its description is nowhere in them
        }
        case ServiceEvent service -> services.add(service.id());
        default -> {
          // no other event changes drafts
        }
      }
    }
    apis.values().removeIf(services::contains);
    return new Drafts(services, apis);
  }

  /** Whether the drafts of a service cannot tell from it that it was changed. */
  private static boolean looksAlike(ServiceId id, Change change) {
    Service was = change.before().services().get(id);
    Service is = change.after().services().get(id);
    return was != null
        && is != null
        && was.settings().name().equals(is.settings().name())
        && Objects.equals(was.settings().instanceId(), is.settings().instanceId());
  }
}
