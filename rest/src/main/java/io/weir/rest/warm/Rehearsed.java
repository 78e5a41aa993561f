package io.weir.rest.warm;

import io.vertx.core.http.HttpMethod;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service makes of itself. It leaves nothing: it reads, or says {@code dry_run}.
 *
 * @param uri path and query
 * @param body JSON, or null if none
 * @param ofReadModel whether the read model answers it, which may not be there yet
 */
public record Rehearsed(HttpMethod method, String uri, @Nullable String body, boolean ofReadModel) {
  private static final String TRIAL = "dry_run=true";

  public Rehearsed {
    boolean reads = method.equals(HttpMethod.GET);
    if (!reads && !uri.endsWith(TRIAL)) {
      throw new IllegalArgumentException(method + " " + uri + " would be recorded");
    }
  }

  /** A read that the ledger answers. */
  public static Rehearsed read(String uri) {
    return new Rehearsed(HttpMethod.GET, uri, null, false);
  }

  /** A read that the read model answers. */
  public static Rehearsed list(String uri) {
    return new Rehearsed(HttpMethod.GET, uri, null, true);
  }

  /** A creation that is tried only. */
  public static Rehearsed creation(String path, String body) {
    return new Rehearsed(HttpMethod.POST, path + "?" + TRIAL, body, false);
  }
}
