package io.weir.dataplane.route;

import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Several routes, by method, exact ones apart. Immutable, and as small as what it holds. */
final class MethodRoutes implements Ending {
  private static final int METHODS = Method.values().length;

  private static final MethodRoutes NONE = new MethodRoutes(0, new Route[0]);

  /** Bit {@code method} for a route, bit {@code METHODS + method} for an exact one. */
  private final int slots;

  /** The routes of the slots that are set, lowest first. */
  private final Route[] routes;

  private MethodRoutes(int slots, Route[] routes) {
    this.slots = slots;
    this.routes = routes;
  }

  private static int slotOf(Route route) {
    int method = route.method().ordinal();
    return route.match() == FrontPath.Match.EXACT ? METHODS + method : method;
  }

  /** Two routes, or the second in place of the first. */
  static Ending of(Route first, Route second) {
    MethodRoutes both = NONE.with(first).with(second);
    return both.routes.length == 1 ? second : both;
  }

  @Override
  public MethodRoutes with(Route route) {
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

  @Override
  public Ending without(Route route) {
    int bit = 1 << slotOf(route);
    int index = Integer.bitCount(slots & (bit - 1));
    if ((slots & bit) == 0 || routes[index] != route) {
      return this;
    }
    if (routes.length == 2) {
      return routes[1 - index];
    }
    Route[] fewer = Arrays.copyOf(routes, routes.length - 1);
    System.arraycopy(routes, index + 1, fewer, index, fewer.length - index);
    return new MethodRoutes(slots & ~bit, fewer);
  }

  @Override
  public @Nullable Route get(Method method) {
    Route concrete = at(1 << method.ordinal());
    return concrete != null ? concrete : at(1 << Method.ANY.ordinal());
  }

  @Override
  public @Nullable Route getExact(Method method) {
    Route concrete = at(1 << METHODS + method.ordinal());
    return concrete != null ? concrete : at(1 << METHODS + Method.ANY.ordinal());
  }

  private @Nullable Route at(int bit) {
    return (slots & bit) == 0 ? null : routes[Integer.bitCount(slots & (bit - 1))];
  }
}
