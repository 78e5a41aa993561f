package io.weir.rest;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every read, for {@code @BeanParam}: {@code min_position}, the position
 * the answer must know of, and {@code wait_ms}, 0 to {@value #MOST_WAIT_MILLIS}, default {@value
 * #WAIT_MILLIS}, which {@link Parameters#freshness} reads; and {@code at}, the moment to look at, a
 * position or a time, which {@link Reads} looks up.
 */
public final class Fresh {
  /** How long a read waits for its position if it does not say, milliseconds. */
  public static final int WAIT_MILLIS = 5_000;

  /** The longest that may be asked for, milliseconds. */
  public static final int MOST_WAIT_MILLIS = 30_000;

  @QueryParam("min_position")
  @Nullable String minPosition;

  @QueryParam("wait_ms")
  @Nullable String waitMillis;

  @QueryParam("at")
  @Nullable String at;

  @Context @Nullable UriInfo request;

  /** As it is given; an empty one counts, though the server's own reader leaves it out. */
  @Nullable String at() {
    return at == null && request != null && request.getQueryParameters().containsKey("at")
        ? ""
        : at;
  }

  /** Whether it says which moment to look at. */
  public boolean asksForThePast() {
    return at() != null;
  }
}
