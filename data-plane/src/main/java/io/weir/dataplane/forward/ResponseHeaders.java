package io.weir.dataplane.forward;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;

/** The headers of a response to a client: the node's, without those of its connection. */
final class ResponseHeaders {
  private ResponseHeaders() {}

  /** Fills {@code to}, which is empty. */
  static void fill(Headers to, ResponseHead answer) {
    Hops.copy(
        answer.headers(),
        to,
        // 204 has no length, whatever a node says (RFC 9110, 8.6)
        answer.status() == 204 ? ResponseHeaders::notIn204 : ResponseHeaders::isRewritten);
    to.add(HeaderName.VIA, Hops.VIA);
  }

  /** Only this gateway says what a request is called and how it was served. */
  private static boolean isRewritten(HeaderName name) {
    return switch (name) {
      case WEIR_REQUEST_ID, WEIR_POSITION, WEIR_NODE, WEIR_ATTEMPTS -> true;
      default -> false;
    };
  }

  private static boolean notIn204(HeaderName name) {
    return name == HeaderName.CONTENT_LENGTH || isRewritten(name);
  }
}
