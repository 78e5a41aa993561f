package io.weir.dataplane.route;

import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.UpstreamId;
import org.jspecify.annotations.Nullable;

/** A released API, ready to be matched and forwarded. Immutable. */
public final class Route implements Ending {
  private static final byte[] ROOT = {'/'};

  private final ServiceId serviceId;
  private final Environment environment;
  private final ReleasedApi released;
  private final TargetPath target;
  private final boolean networkPath;
  private final long upstreamKey;
  private final long apiKey;
  private final int literalSegments;
  private final int timeoutMillis;
  private final Method method;
  private final FrontPath.Match match;
  private final @Nullable Method backEndMethod;

  Route(ServiceId serviceId, Environment environment, ReleasedApi released) {
    this.serviceId = serviceId;
    this.environment = environment;
    this.released = released;
    target = TargetPath.of(released.definition());
    networkPath = released.definition().backEnd().path().value().startsWith("//");
    upstreamKey = IdKey.of(released.definition().backEnd().upstreamId());
    apiKey = IdKey.of(released.id());
    literalSegments = literalSegments(released.definition().frontEnd().path().path());
    method = released.definition().frontEnd().method();
    match = released.definition().frontEnd().path().match();
    timeoutMillis = released.definition().backEnd().timeoutMillis().value();
    backEndMethod = released.definition().backEnd().method();
  }

  private static int literalSegments(String path) {
    int literals = 0;
    for (int slash = 0; slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (!path.startsWith("{", slash + 1)) {
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
    return released.id();
  }

  /** Where its requests go. */
  public UpstreamId upstreamId() {
    return backEnd().upstreamId();
  }

  /** The method it takes. */
  public Method method() {
    return method;
  }

  /** The path it answers at, as the API says it. */
  public String frontEndPath() {
    return frontEnd().path().value();
  }

  /** The path sent to nodes, as the API says it. */
  public String backEndPath() {
    return backEnd().path().value();
  }

  /** How long a request may take, in milliseconds, 1 to 1,800,000. */
  public int timeoutMillis() {
    return timeoutMillis;
  }

  /** The method sent to nodes, or null for the request's own. */
  public @Nullable Method backEndMethod() {
    return backEndMethod;
  }

  /**
   * Writes the path to send to a node for the normalised path that was matched, from {@code from}
   * to {@code to}; makes no garbage. It begins with two slashes only if the back-end path does:
   * what follows them could be taken for a host.
   *
   * @param out has room for {@link #maxTargetLength} bytes from {@code at}; not {@code path}
   * @return the end of what was written, or -1 if it would not be below the back-end path
   */
  public int writeTargetPath(byte[] path, int from, int to, byte[] out, int at) {
    int end =
        from == to ? target.write(ROOT, 0, 1, out, at) : target.write(path, from, to, out, at);
    return !networkPath && end > at + 1 && out[at + 1] == '/' ? withOneSlash(out, at, end) : end;
  }

  private static int withOneSlash(byte[] out, int at, int end) {
    int rest = at + 1;
    while (rest < end && out[rest] == '/') {
      rest++;
    }
    System.arraycopy(out, rest, out, at + 1, end - rest);
    return end - (rest - at - 1);
  }

  /** The most bytes that {@link #writeTargetPath} writes for a path of {@code length} bytes. */
  public int maxTargetLength(int length) {
    return target.maxLength(Math.max(1, length));
  }

  /** The same of a text and as a text, or null. */
  public @Nullable String targetPath(String path, int from) {
    byte[] bytes = Ascii.bytes(path);
    byte[] out = new byte[maxTargetLength(bytes.length - from)];
    int end = writeTargetPath(bytes, from, bytes.length, out, 0);
    return end < 0 ? null : Ascii.text(out, 0, end);
  }

  @Override
  public @Nullable Route get(Method asked) {
    return match != FrontPath.Match.EXACT && takes(asked) ? this : null;
  }

  @Override
  public @Nullable Route getExact(Method asked) {
    return match == FrontPath.Match.EXACT && takes(asked) ? this : null;
  }

  private boolean takes(Method asked) {
    return method == asked || method == Method.ANY;
  }

  @Override
  public Ending with(Route route) {
    return MethodRoutes.of(this, route);
  }

  @Override
  public @Nullable Ending without(Route route) {
    return route == this ? null : this;
  }

  private FrontEnd frontEnd() {
    return released.definition().frontEnd();
  }

  private BackEnd backEnd() {
    return released.definition().backEnd();
  }

  ReleasedApi released() {
    return released;
  }

  FrontPath.Match match() {
    return match;
  }

  /** The path without the {@code =} of an exact one. */
  byte[] frontPath() {
    return Ascii.bytes(frontEnd().path().path());
  }

  /**
   * The eight random characters of the API's id, the first in the highest byte: here, because a
   * request that none was like for long finds nothing in the caches that is further away.
   */
  public long apiKey() {
    return apiKey;
  }

  /**
   * Another number for each upstream, that of the one it leads to: the eight random characters of
   * its id, as of {@link #apiKey}.
   */
  public long upstreamKey() {
    return upstreamKey;
  }

  int literalSegments() {
    return literalSegments;
  }
}
