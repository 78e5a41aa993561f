package io.weir.dataplane.route;

import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/**
 * What ends at one point of a tree: nearly always one {@link Route}, which then stands there
 * itself, else {@link MethodRoutes}. Exact routes ({@code =/x}) are asked for apart from others.
 */
sealed interface Ending permits Route, MethodRoutes {
  /**
   * The route that takes a method: one for just that goes before {@link Method#ANY}, which also
   * stands for a method that has no name here.
   */
  @Nullable Route get(Method method);

  /** The same among exact paths. */
  @Nullable Route getExact(Method method);

  /** This and a route, which takes the place of one with the same method and kind of path. */
  Ending with(Route route);

  /** This without a route, or null if nothing is left. */
  @Nullable Ending without(Route route);

  /** A route added to what ends there already, if anything does. */
  static Ending with(@Nullable Ending there, Route route) {
    return there == null ? route : there.with(route);
  }
}
