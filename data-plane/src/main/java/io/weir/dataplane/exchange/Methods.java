package io.weir.dataplane.exchange;

import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/** HTTP methods in the words of the contracts and of the wire. */
final class Methods {
  /** What the gateway as such takes, for Allow; what an API takes is another matter. */
  static final String ALLOWED = "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS";

  private Methods() {}

  /** The method of a request; {@link Method#ANY} for one that an API cannot name. */
  static Method of(String method) {
    return switch (method) {
      case "GET" -> Method.GET;
      case "HEAD" -> Method.HEAD;
      case "POST" -> Method.POST;
      case "PUT" -> Method.PUT;
      case "DELETE" -> Method.DELETE;
      case "PATCH" -> Method.PATCH;
      case "OPTIONS" -> Method.OPTIONS;
      default -> Method.ANY;
    };
  }

  /**
   * Whether a request with this method may be repeated without the client's consent (RFC 9110,
   * 9.2.2).
   */
  static boolean isIdempotent(String method) {
    return switch (method) {
      case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }

  /** The method to send to a node: the one the API demands, or the request's own. */
  static String sent(@Nullable Method demanded, String own) {
    return demanded == null ? own : demanded.name();
  }
}
