package io.weir.dataplane.route;

import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/**
 * The templates of one environment as a tree of segments. Of several templates that fit, the one
 * with most literal segments wins; among equals the one that is literal first, from the left; a
 * last parameter that takes several segments comes after one that takes one.
 */
final class TemplateTree {
  private final RadixTree<TemplateTree> literals = RadixTree.empty();
  private @Nullable TemplateTree parameter;
  private @Nullable MethodRoutes end;
  private @Nullable MethodRoutes tail;

  /** Adds a route whose front-end path is a template. */
  void add(Route route) {
    TemplateTree node = this;
    String[] segments = route.frontPath().substring(1).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      if (!segments[i].startsWith("{")) {
        node = node.literals.computeIfAbsent(segments[i], TemplateTree::new);
      } else if (i < segments.length - 1) {
        node = node.parameter();
      } else {
        node.tail = added(node.tail, route);
        return;
      }
    }
    node.end = added(node.end, route);
  }

  private TemplateTree parameter() {
    TemplateTree existing = parameter;
    if (existing == null) {
      existing = new TemplateTree();
      parameter = existing;
    }
    return existing;
  }

  private static MethodRoutes added(@Nullable MethodRoutes routes, Route route) {
    MethodRoutes target = routes == null ? new MethodRoutes() : routes;
    target.add(route);
    return target;
  }

  /** The best template for the path that begins with the slash at {@code from}, or null. */
  @Nullable Route match(String path, int from, Method method) {
    int start = from + 1;
    if (start > path.length()) {
      return end == null ? null : end.get(method);
    }
    int slash = path.indexOf('/', start);
    int stop = slash < 0 ? path.length() : slash;
    Route best = null;
    TemplateTree literal = literals.get(path, start, stop);
    if (literal != null) {
      best = literal.match(path, stop, method);
    }
    if (stop > start) {
      if (parameter != null) {
        best = better(best, parameter.match(path, stop, method));
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
