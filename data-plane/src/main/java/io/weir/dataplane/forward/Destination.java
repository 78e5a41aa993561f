package io.weir.dataplane.forward;

import io.weir.contracts.value.Environment;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.Route;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.route.ServiceRoutes;
import org.jspecify.annotations.Nullable;

/**
 * Where a request goes.
 *
 * @param reachable whether the instance reaches the upstream's VPC
 * @param method to send to a node
 * @param uri path and query to send to a node
 */
record Destination(
    Route route, UpstreamPool pool, boolean reachable, String method, String uri) {

  /** What a route table says about a request; null if nothing released answers it. */
  static @Nullable Destination find(RouteTable table, RequestTarget target, String method) {
    ServiceRoutes service = table.service(target.host());
    Environment environment = service == null ? null : service.environment(target.path());
    if (service == null || environment == null) {
      return null;
    }
    int from = environment.value().length() + 1;
    String path = from == target.path().length() ? target.path() + "/" : target.path();
    Route route = service.route(environment, path, from, Methods.of(method));
    UpstreamPool pool = route == null ? null : table.upstream(route);
    if (route == null || pool == null) {
      return null;
    }
    return new Destination(
        route,
        pool,
        table.reaches(service, pool),
        Methods.sent(route.backEndMethod(), method),
        route.targetPath(path, from).concat(target.query()));
  }
}
