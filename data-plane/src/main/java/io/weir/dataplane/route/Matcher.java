package io.weir.dataplane.route;

import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API of one environment that answers a path and method, in time that depends on the
 * path, not on the number of APIs. Tried in this order, each only if it takes the method:
 *
 * <ol>
 *   <li>{@code =/x}: the whole path;
 *   <li>templates, see {@link TemplateTree};
 *   <li>plain paths as prefixes of characters, not segments ({@code /user} takes {@code /usertest}
 *       too), the longest first.
 * </ol>
 *
 * <p>On the same path a concrete method goes before {@code ANY}.
 */
final class Matcher {
  private final RadixTree<MethodRoutes> exact = RadixTree.empty();
  private final TemplateTree templates = new TemplateTree();
  private final RadixTree<MethodRoutes> prefixes = RadixTree.empty();

  Matcher(Iterable<Route> routes) {
    for (Route route : routes) {
      FrontPath path = route.api().frontEnd().path();
      switch (path.match()) {
        case EXACT -> exact.computeIfAbsent(path.path(), MethodRoutes::new).add(route);
        case TEMPLATE -> templates.add(route);
        case PREFIX -> prefixes.computeIfAbsent(path.path(), MethodRoutes::new).add(route);
      }
    }
  }

  /** The route for the part of {@code path} that begins at {@code from}, with a slash, or null. */
  @Nullable Route match(String path, int from, Method method) {
    MethodRoutes same = exact.get(path, from, path.length());
    Route route = same == null ? null : same.get(method);
    if (route == null) {
      route = templates.match(path, from, method);
    }
    if (route == null) {
      MethodRoutes longest = prefixes.longest(path, from, MethodRoutes.taking(method));
      route = longest == null ? null : longest.get(method);
    }
    return route;
  }
}
