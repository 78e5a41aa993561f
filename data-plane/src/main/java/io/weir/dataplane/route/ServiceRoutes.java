package io.weir.dataplane.route;

import io.weir.contracts.image.Release;
import io.weir.contracts.image.Service;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.InstanceId;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ServiceId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one service answers, by environment. Immutable. */
public final class ServiceRoutes {
  private static final Environment[] ENVIRONMENTS = Environment.values();

  private final ServiceId id;
  private final InstanceId instanceId;
  private final @Nullable Released[] released = new Released[ENVIRONMENTS.length];

  /** What one environment answers; made of the very release object, which never changes. */
  private record Released(Release release, List<Route> routes, Matcher matcher) {
    static Released of(ServiceId service, Environment environment, Release release) {
      List<Route> routes =
          release.apis().stream().map(api -> new Route(service, environment, api)).toList();
      return new Released(release, routes, new Matcher(routes));
    }
  }

  /**
   * Compiles a service.
   *
   * @param last what was compiled of it before, or null: environments whose release stayed are kept
   */
  ServiceRoutes(Service service, InstanceId instanceId, @Nullable ServiceRoutes last) {
    id = service.id();
    this.instanceId = instanceId;
    for (Environment environment : ENVIRONMENTS) {
      int i = environment.ordinal();
      Release release = service.released(environment).orElse(null);
      Released old = last == null ? null : last.released[i];
      if (release != null) {
        released[i] =
            old != null && old.release == release ? old : Released.of(id, environment, release);
      }
    }
  }

  /** Whether compiling the service would make nothing but this again: only drafts changed. */
  boolean isStill(Service service, InstanceId mountedOn) {
    for (Environment environment : ENVIRONMENTS) {
      Released old = released[environment.ordinal()];
      if ((old == null ? null : old.release) != service.released(environment).orElse(null)) {
        return false;
      }
    }
    return mountedOn.equals(instanceId);
  }

  /**
   * The environment that the first segment of a normalised path names, or null if it names none or
   * nothing is released there.
   */
  public @Nullable Environment environment(String path) {
    for (Environment environment : ENVIRONMENTS) {
      String name = environment.value();
      int end = name.length() + 1;
      if (released[environment.ordinal()] != null
          && path.startsWith(name, 1)
          && (path.length() == end || path.charAt(end) == '/')) {
        return environment;
      }
    }
    return null;
  }

  /**
   * The route for what follows the environment in a normalised path, or null.
   *
   * @param method {@link Method#ANY} if the request's is none of those with a name
   */
  public @Nullable Route route(Environment environment, String path, int from, Method method) {
    Released answers = released[environment.ordinal()];
    return answers == null ? null : answers.matcher.match(path, from, method);
  }

  /** The service's id. */
  public ServiceId id() {
    return id;
  }

  /** The dedicated instance it is mounted on. */
  public InstanceId instanceId() {
    return instanceId;
  }

  /** Everything it answers, all environments together. */
  public List<Route> routes() {
    List<Route> all = new ArrayList<>();
    for (Released answers : released) {
      if (answers != null) {
        all.addAll(answers.routes);
      }
    }
    return all;
  }
}
