package io.weir.dataplane.route;

import io.weir.contracts.value.Method;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one environment as a tree of segments. Of several templates that fit, the one
 * with most literal segments wins; among equals the one that is literal first, from the left; a
 * last parameter that takes several segments comes after one that takes one. Immutable: a change
 * copies the nodes from the root to the template and shares all others.
 *
 * @param literals what follows a literal segment
 * @param parameter what follows any segment, or null
 * @param end the routes of templates that end here, or null
 * @param tail the routes of templates whose last parameter takes all that follows, or null
 */
record TemplateTree(
    RadixTree<TemplateTree> literals,
    @Nullable TemplateTree parameter,
    @Nullable Ending end,
    @Nullable Ending tail) {
  /** No templates. */
  static final TemplateTree EMPTY = new TemplateTree(RadixTree.empty(), null, null, null);

  /** This with a route, which takes the place of one with the same method and shape of path. */
  TemplateTree with(Route route) {
    return changed(route, 0, true);
  }

  /** This without a route. */
  TemplateTree without(Route route) {
    return changed(route, 0, false);
  }

  /** The tree after a change of what follows the slash at {@code slash} of the route's path. */
  private TemplateTree changed(Route route, int slash, boolean added) {
    byte[] path = route.frontPath();
    if (slash == path.length) {
      return new TemplateTree(literals, parameter, changed(end, route, added), tail);
    }
    int stop = endOfSegment(path, slash + 1, path.length);
    if (stop == slash + 1 || path[slash + 1] != '{') {
      byte[] segment = Arrays.copyOfRange(path, slash + 1, stop);
      TemplateTree next = changed(literals.get(segment), route, stop, added);
      return new TemplateTree(literals.with(segment, next), parameter, end, tail);
    }
    if (stop == path.length) {
      return new TemplateTree(literals, parameter, end, changed(tail, route, added));
    }
    return new TemplateTree(literals, changed(parameter, route, stop, added), end, tail);
  }

  private static @Nullable TemplateTree changed(
      @Nullable TemplateTree tree, Route route, int slash, boolean added) {
    TemplateTree changed = (tree == null ? EMPTY : tree).changed(route, slash, added);
    return changed.isEmpty() ? null : changed;
  }

  private static @Nullable Ending changed(@Nullable Ending routes, Route route, boolean added) {
    if (added) {
      return Ending.with(routes, route);
    }
    return routes == null ? null : routes.without(route);
  }

  private boolean isEmpty() {
    return literals.isEmpty() && parameter == null && end == null && tail == null;
  }

  private static int endOfSegment(byte[] path, int from, int to) {
    int stop = from;
    while (stop < to && path[stop] != '/') {
      stop++;
    }
    return stop;
  }

  /** The best template for the path that begins with the slash at {@code from}, or null. */
  @Nullable Route match(byte[] path, int from, int to, Method method) {
    if (from == to) {
      return end == null ? null : end.get(method);
    }
    int start = from + 1;
    int stop = endOfSegment(path, start, to);
    Route best = null;
    TemplateTree literal = literals.get(path, start, stop);
    if (literal != null) {
      best = literal.match(path, stop, to, method);
    }
    if (stop > start) {
      if (parameter != null) {
        best = better(best, parameter.match(path, stop, to, method));
      }
      if (tail != null) {
        best = better(best, tail.get(method));
      }
    }
    return best;
  }

  private static @Nullable Route better(@Nullable Route first, @Nullable Route second) {
    if (first == null || second == null) {
      return first == null ? second : first;
    }
    return second.literalSegments() > first.literalSegments() ? second : first;
  }
}
