package io.weir.dataplane.route;

import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The routes that end at one point of a tree, by method; exact ones ({@code =/x}) apart from the
 * others. Immutable, and as small as what it holds.
 */
final class MethodRoutes {
  private static final int METHODS = Method.values().length;

  /** Nothing. */
  static final MethodRoutes NONE = new MethodRoutes(0, new Route[0]);

  /** Bit {@code method} for a route, bit {@code METHODS + method} for an exact one. */
  private final int slots;

  /** The routes of the slots that are set, lowest first. */
  private final Route[] routes;

  /** The first of them, which nearly always is the only one: one step less to it. */
  private final @Nullable Route first;

  private MethodRoutes(int slots, Route[] routes) {
    this.slots = slots;
    this.routes = routes;
    first = routes.length == 0 ? null : routes[0];
  }

  private static int slotOf(Route route) {
    int method = route.method().ordinal();
    return route.match() == FrontPath.Match.EXACT ? METHODS + method : method;
  }

  /** These with a route; it takes the place of one with the same method and kind of path. */
  MethodRoutes with(Route route) {
    int bit = 1 << slotOf(route);
    int index = Integer.bitCount(slots & (bit - 1));
    if ((slots & bit) != 0) {
      Route[] replaced = routes.clone();
      replaced[index] = route;
      return new MethodRoutes(slots, replaced);
    }
    Route[] more = Arrays.copyOf(routes, routes.length + 1);
    System.arraycopy(routes, index, more, index + 1, routes.length - index);
    more[index] = route;
    return new MethodRoutes(slots | bit, more);
  }

  /** These without a route, or null if nothing is left. */
  @Nullable MethodRoutes without(Route route) {
    int bit = 1 << slotOf(route);
    int index = Integer.bitCount(slots & (bit - 1));
    if ((slots & bit) == 0 || routes[index] != route) {
      return this;
    }
    if (routes.length == 1) {
      return null;
    }
    Route[] fewer = Arrays.copyOf(routes, routes.length - 1);
    System.arraycopy(routes, index + 1, fewer, index, fewer.length - index);
    return new MethodRoutes(slots & ~bit, fewer);
  }

  /**
   * The route that takes a method: one for just that goes before {@link Method#ANY}, which also
   * stands for a method that has no name here.
   */
  @Nullable Route get(Method method) {
    Route concrete = at(1 << method.ordinal());
    return concrete != null ? concrete : at(1 << Method.ANY.ordinal());
  }

  /** The same among exact paths. */
  @Nullable Route getExact(Method method) {
    Route concrete = at(1 << METHODS + method.ordinal());
    return concrete != null ? concrete : at(1 << METHODS + Method.ANY.ordinal());
  }

  private @Nullable Route at(int bit) {
    if ((slots & bit) == 0) {
      return null;
    }
    int below = slots & (bit - 1);
    return below == 0 ? first : routes[Integer.bitCount(below)];
  }
}
