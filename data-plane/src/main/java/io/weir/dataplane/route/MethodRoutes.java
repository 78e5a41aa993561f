package io.weir.dataplane.route;

import io.weir.contracts.value.Method;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The routes of one path, by method: a concrete one before {@link Method#ANY}. */
final class MethodRoutes {
  private static final int METHODS = Method.values().length;
  private static final List<Predicate<MethodRoutes>> TAKING =
      Arrays.stream(Method.values())
          .map(method -> (Predicate<MethodRoutes>) routes -> routes.get(method) != null)
          .toList();

  private final @Nullable Route[] routes = new Route[METHODS];

  /** Whether there is a route for a method; made once, because every request asks. */
  static Predicate<MethodRoutes> taking(Method method) {
    return TAKING.get(method.ordinal());
  }

  void add(Route route) {
    routes[route.api().frontEnd().method().ordinal()] = route;
  }

  /** The route that takes a method; {@link Method#ANY} stands for one that has no name here. */
  @Nullable Route get(Method method) {
    Route concrete = routes[method.ordinal()];
    return concrete != null ? concrete : routes[Method.ANY.ordinal()];
  }
}
