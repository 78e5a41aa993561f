package io.weir.dataplane.route;

import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/**
 * Finds the API of one environment that answers a path and method, in time that depends on the
 * path, not on the number of APIs, and without garbage. Tried in this order, each only if it takes
 * the method:
 *
 * <ol>
 *   <li>{@code =/x}: the whole path;
 *   <li>templates, see {@link TemplateTree};
 *   <li>plain paths as prefixes of characters, not segments ({@code /user} takes {@code /usertest}
 *       too), the longest first.
 * </ol>
 *
 * <p>On the same path a concrete method goes before {@code ANY}. Immutable: a change shares
 * everything it does not concern.
 */
final class Matcher {
  /** Matches nothing. */
  static final Matcher EMPTY = new Matcher(RadixTree.empty(), TemplateTree.EMPTY);

  private final RadixTree<Ending> paths;
  private final TemplateTree templates;

  private Matcher(RadixTree<Ending> paths, TemplateTree templates) {
    this.paths = paths;
    this.templates = templates;
  }

  /** This with a route, which takes the place of one with the same method and path. */
  Matcher with(Route route) {
    if (route.match() == FrontPath.Match.TEMPLATE) {
      return new Matcher(paths, templates.with(route));
    }
    byte[] path = route.frontPath();
    return new Matcher(paths.with(path, Ending.with(paths.get(path), route)), templates);
  }

  /** This without a route. */
  Matcher without(Route route) {
    if (route.match() == FrontPath.Match.TEMPLATE) {
      return new Matcher(paths, templates.without(route));
    }
    byte[] path = route.frontPath();
    Ending there = paths.get(path);
    return there == null ? this : new Matcher(paths.with(path, there.without(route)), templates);
  }

  /** The route for the path from {@code from}, where its first slash is, to {@code to}, or null. */
  @Nullable Route match(byte[] path, int from, int to, Method method) {
    RadixTree<Ending> node = paths;
    Route longest = null;
    int at = from;
    while (true) {
      Ending here = node.value();
      if (here != null) {
        Route exact = at == to ? here.getExact(method) : null;
        if (exact != null) {
          return exact;
        }
        Route prefix = here.get(method);
        longest = prefix != null ? prefix : longest;
      }
      RadixTree<Ending> next = at < to ? node.next(path, at, to) : null;
      if (next == null) {
        break;
      }
      at += next.length();
      node = next;
    }
    Route template = templates.match(path, from, to, method);
    return template != null ? template : longest;
  }
}
