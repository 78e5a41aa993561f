package io.weir.dataplane.route;

import io.weir.contracts.image.Release;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one environment of a service answers. Immutable; made of one release. */
public final class EnvironmentRoutes {
  private static final byte[] ROOT = {'/'};

  private final Environment environment;
  private final Release release;
  private final Route[] routes;
  private final Matcher matcher;

  private EnvironmentRoutes(
      Environment environment, Release release, Route[] routes, Matcher matcher) {
    this.environment = environment;
    this.release = release;
    this.routes = routes;
    this.matcher = matcher;
  }

  /**
   * Compiles a release.
   *
   * @param last what the environment answered before, or null; APIs that stayed the same, compared
   *     place by place from both ends, cost nothing but the comparison
   */
  static EnvironmentRoutes of(
      ServiceId service,
      Environment environment,
      Release release,
      @Nullable EnvironmentRoutes last) {
    Route[] old = last == null ? new Route[0] : last.routes;
    Route[] made = new Route[release.apis().size()];
    int shorter = Math.min(old.length, made.length);
    int head = 0;
    while (head < shorter && isOf(old[head], release.apis().get(head))) {
      made[head] = old[head];
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && isOf(old[old.length - 1 - tail], release.apis().get(made.length - 1 - tail))) {
      made[made.length - 1 - tail] = old[old.length - 1 - tail];
      tail++;
    }
    Matcher matcher = last == null ? Matcher.EMPTY : last.matcher;
    Map<ApiId, Route> gone = new HashMap<>();
    for (int i = head; i < old.length - tail; i++) {
      gone.put(old[i].apiId(), old[i]);
    }
    for (int i = head; i < made.length - tail; i++) {
      ReleasedApi api = release.apis().get(i);
      Route known = gone.get(api.id());
      if (known != null && isOf(known, api)) {
        gone.remove(api.id());
        made[i] = known;
      } else {
        made[i] = new Route(service, environment, api);
      }
    }
    for (Route route : gone.values()) {
      matcher = matcher.without(route);
    }
    for (int i = head; i < made.length - tail; i++) {
      matcher = matcher.with(made[i]);
    }
    return new EnvironmentRoutes(environment, release, made, matcher);
  }

  private static boolean isOf(Route route, ReleasedApi api) {
    return route.released() == api || route.released().equals(api);
  }

  /**
   * The route for the part of a normalised path from {@code from}, where its first slash is, to
   * {@code to}, or null; nothing between them is the same as a slash.
   *
   * @param method {@link Method#ANY} if the request's is none of those with a name
   */
  public @Nullable Route match(byte[] path, int from, int to, Method method) {
    return from == to ? matcher.match(ROOT, 0, 1, method) : matcher.match(path, from, to, method);
  }

  /** The environment. */
  public Environment environment() {
    return environment;
  }

  /** How many bytes its segment takes at the beginning of a path, slash included. */
  public int prefixLength() {
    return 1 + environment.value().length();
  }

  /** Everything it answers, in the order of the release. */
  public List<Route> routes() {
    return Collections.unmodifiableList(Arrays.asList(routes));
  }

  Release release() {
    return release;
  }
}
