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
  private static final byte[][] SEGMENTS = segments();

  private final ServiceId id;
  private final InstanceId instanceId;
  private final @Nullable EnvironmentRoutes[] released = new EnvironmentRoutes[ENVIRONMENTS.length];

  /**
   * Compiles a service.
   *
   * @param last what was compiled of it before, or null; what stayed the same is kept
   */
  ServiceRoutes(Service service, InstanceId instanceId, @Nullable ServiceRoutes last) {
    id = service.id();
    this.instanceId = instanceId;
    for (Environment environment : ENVIRONMENTS) {
      int i = environment.ordinal();
      Release release = service.released(environment).orElse(null);
      EnvironmentRoutes old = last == null ? null : last.released[i];
      if (release != null) {
        released[i] =
            old != null && old.release() == release
                ? old
                : EnvironmentRoutes.of(id, environment, release, old);
      }
    }
  }

  private static byte[][] segments() {
    byte[][] segments = new byte[ENVIRONMENTS.length][];
    for (Environment environment : ENVIRONMENTS) {
      segments[environment.ordinal()] = Ascii.bytes("/" + environment.value());
    }
    return segments;
  }

  /** Whether compiling the service would make nothing but this again: only drafts changed. */
  boolean isStill(Service service, InstanceId mountedOn) {
    for (Environment environment : ENVIRONMENTS) {
      EnvironmentRoutes old = released[environment.ordinal()];
      if ((old == null ? null : old.release()) != service.released(environment).orElse(null)) {
        return false;
      }
    }
    return mountedOn.equals(instanceId);
  }

  /**
   * The environment that the first segment of a normalised path names, or null if it names none or
   * nothing is released there.
   */
  public @Nullable EnvironmentRoutes environment(byte[] path, int from, int to) {
    for (int i = 0; i < SEGMENTS.length; i++) {
      EnvironmentRoutes answers = released[i];
      if (answers != null && startsWithSegment(path, from, to, SEGMENTS[i])) {
        return answers;
      }
    }
    return null;
  }

  private static boolean startsWithSegment(byte[] path, int from, int to, byte[] segment) {
    int end = from + segment.length;
    if (end > to || end < to && path[end] != '/') {
      return false;
    }
    for (int i = 0; i < segment.length; i++) {
      if (path[from + i] != segment[i]) {
        return false;
      }
    }
    return true;
  }

  /** What an environment answers, or null if nothing is released there. */
  public @Nullable EnvironmentRoutes environment(Environment environment) {
    return released[environment.ordinal()];
  }

  /** The environment that the first segment of a normalised path names, as a text. */
  public @Nullable Environment environment(String path) {
    byte[] bytes = Ascii.bytes(path);
    EnvironmentRoutes named = environment(bytes, 0, bytes.length);
    return named == null ? null : named.environment();
  }

  /**
   * The route for what follows the environment in a normalised path, or null.
   *
   * @param method {@link Method#ANY} if the request's is none of those with a name
   */
  public @Nullable Route route(Environment environment, String path, int from, Method method) {
    EnvironmentRoutes answers = released[environment.ordinal()];
    byte[] bytes = Ascii.bytes(path);
    return answers == null ? null : answers.match(bytes, from, bytes.length, method);
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
    for (EnvironmentRoutes answers : released) {
      if (answers != null) {
        all.addAll(answers.routes());
      }
    }
    return all;
  }
}
