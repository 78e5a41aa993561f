package io.weir.rest;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every read, for {@code @BeanParam}: {@code min_position}, the position
 * the answer must know of, and {@code wait_ms} 0 to 30000, default 5000. {@link
 * Parameters#freshness} reads them.
 */
public final class Fresh {
  @QueryParam("min_position")
  @Nullable String minPosition;

  @QueryParam("wait_ms")
  @Nullable String waitMillis;
}
