package io.weir.dataplane.route;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/** A released API, ready to be matched and forwarded. */
public final class Route {
  private final ServiceId serviceId;
  private final Environment environment;
  private final ApiId id;
  private final ApiDefinition api;
  private final TargetPath target;
  private final long upstreamKey;
  private final int literalSegments;

  Route(ServiceId serviceId, Environment environment, ReleasedApi released) {
    this.serviceId = serviceId;
    this.environment = environment;
    id = released.id();
    api = released.definition();
    target = TargetPath.of(api);
    upstreamKey = IdKey.of(api.backEnd().upstreamId());
    literalSegments = literalSegments(api.frontEnd().path().path());
  }

  private static int literalSegments(String path) {
    int literals = 0;
    for (String segment : path.substring(1).split("/", -1)) {
      if (!segment.startsWith("{")) {
        literals++;
      }
    }
    return literals;
  }

  /** The service it is released in. */
  public ServiceId serviceId() {
    return serviceId;
  }

  /** The environment it answers in. */
  public Environment environment() {
    return environment;
  }

  /** The API's id. */
  public ApiId apiId() {
    return id;
  }

  /** Where its requests go. */
  public UpstreamId upstreamId() {
    return api.backEnd().upstreamId();
  }

  /** The method it takes. */
  public Method method() {
    return api.frontEnd().method();
  }

  /** The path it answers at, as the API says it. */
  public String frontEndPath() {
    return api.frontEnd().path().value();
  }

  /** The path sent to nodes, as the API says it. */
  public String backEndPath() {
    return api.backEnd().path().value();
  }

  /** How long a request may take, in milliseconds, 1 to 1,800,000. */
  public int timeoutMillis() {
    return api.backEnd().timeoutMillis().value();
  }

  /** The method sent to nodes, or null for the request's own. */
  public @Nullable Method backEndMethod() {
    return api.backEnd().method();
  }

  /**
   * The path to send to a node.
   *
   * @param path normalised, with the environment before {@code from}
   * @param from where the part the API answers at begins
   */
  public String targetPath(String path, int from) {
    return target.of(path, from);
  }

  ApiDefinition api() {
    return api;
  }

  String frontPath() {
    return api.frontEnd().path().path();
  }

  long upstreamKey() {
    return upstreamKey;
  }

  int literalSegments() {
    return literalSegments;
  }
}
