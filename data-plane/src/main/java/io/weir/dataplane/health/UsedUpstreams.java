package io.weir.dataplane.health;

import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The upstreams that this process may send a request to: a released route of a service it answers
 * for leads there, and the service's instance reaches the upstream's VPC. Of others it can tell
 * nothing, however it asked. Thread-safe.
 */
final class UsedUpstreams {
  private @Nullable RouteTable last;
  private Map<ServiceRoutes, Collection<Route>> routes = new IdentityHashMap<>();
  private List<UpstreamPool> used = List.of();
  private long changes;

  /** Those of a table; a service that has not changed since the last one is not looked through. */
  synchronized List<UpstreamPool> of(RouteTable table) {
    if (table == last) {
      return used;
    }
    last = table;
    Map<ServiceRoutes, Collection<Route>> known = new IdentityHashMap<>();
    Set<UpstreamPool> reached = Collections.newSetFromMap(new IdentityHashMap<>());
    for (ServiceRoutes service : table.services()) {
      Collection<Route> before = routes.get(service);
      Collection<Route> one = before == null ? oneOfEach(service) : before;
      known.put(service, one);
      for (Route route : one) {
        UpstreamPool upstream = table.upstream(route);
        if (upstream != null && table.reaches(service, upstream)) {
          reached.add(upstream);
        }
      }
    }
    routes = known;
    List<UpstreamPool> now = table.upstreams().stream().filter(reached::contains).toList();
    if (!now.equals(used)) {
      used = now;
      changes++;
    }
    return used;
  }

  /** How many times they were others than before. */
  synchronized long changes() {
    return changes;
  }

  /** One route for each upstream that any of them leads to. */
  private static Collection<Route> oneOfEach(ServiceRoutes service) {
    Map<Long, Route> one = new LinkedHashMap<>();
    service.routes().forEach(route -> one.putIfAbsent(route.upstreamKey(), route));
    return List.copyOf(one.values());
  }
}
