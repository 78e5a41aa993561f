package io.weir.dataplane.admin;

import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for, by {@code ?limit=1..1000&offset=0..&service=ID}.
 *
 * @param service the id of the only service to list, or null for all
 */
record Page(int limit, int offset, @Nullable String service) {
  private static final int USUAL = 100;
  private static final int MOST = 1_000;

  /** The page of a request, or null if its parameters make no sense. */
  static @Nullable Page of(HttpServerRequest request) {
    int limit = number(request.getParam("limit"), USUAL);
    int offset = number(request.getParam("offset"), 0);
    return limit < 1 || limit > MOST || offset < 0
        ? null
        : new Page(limit, offset, request.getParam("service"));
  }

  private static int number(@Nullable String text, int usual) {
    try {
      return text == null ? usual : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
