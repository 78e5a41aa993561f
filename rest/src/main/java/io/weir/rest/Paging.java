package io.weir.rest;

import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of every list, for {@code @BeanParam}: {@code limit} 1 to 100, default 20;
 * {@code offset} 0 and up, default 0. {@link Parameters#page} reads them.
 */
public final class Paging {
  @QueryParam("limit")
  @Nullable String limit;

  @QueryParam("offset")
  @Nullable String offset;
}
