package io.weir.dataplane.forward;

import io.vertx.core.http.HttpMethod;
import io.weir.contracts.value.Method;
import org.jspecify.annotations.Nullable;

/** HTTP methods in the words of the contracts and of Vert.x. */
final class Methods {
  private Methods() {}

  /** The method of a request; {@link Method#ANY} for one that an API cannot name. */
  static Method of(HttpMethod method) {
    return switch (method.name()) {
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

  /** The method to send to a node: the one the API demands, or the request's own. */
  static HttpMethod sent(@Nullable Method demanded, HttpMethod own) {
    return demanded == null ? own : HttpMethod.valueOf(demanded.name());
  }
}
