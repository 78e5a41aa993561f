package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.rewrite.Hops.Rewritten;

/**
 * The headers of a response to a client: the node's, without those of its connection and without
 * those that set a cookie of the console. Only this gateway says what a request is called and how
 * it was served.
 */
public final class ResponseHeaders {
  private static final Rewritten OURS = ResponseHeaders::isOurs;
  private static final Rewritten OURS_AND_LENGTH =
      (name, from, field) -> name == HeaderName.CONTENT_LENGTH || isOurs(name, from, field);

  private ResponseHeaders() {}

  private static boolean isOurs(HeaderName name, Headers from, int field) {
    return name.isOurs() || name == HeaderName.SET_COOKIE && Cookies.setsConsoles(from, field);
  }

  /**
   * Fills {@code to}, which is empty, with those of a final response or of 101.
   *
   * @param lengthless whether the Content-Length is not that of the body that is sent
   */
  public static void fill(Headers to, ResponseHead answer, boolean lengthless, DateField date) {
    // 204 has no length, whatever a node says (RFC 9110, 8.6)
    boolean dropped = lengthless || answer.status() == 204;
    Hops.copy(answer.headers(), to, dropped ? OURS_AND_LENGTH : OURS);
    if (!answer.headers().has(HeaderName.DATE)) {
      date.addTo(to);
    }
    to.add(HeaderName.VIA, Via.element(answer.version()));
  }

  /** Fills {@code to}, which is empty, with those of an interim response, which has no body. */
  public static void fillInterim(Headers to, ResponseHead interim) {
    Hops.copy(interim.headers(), to, OURS_AND_LENGTH);
  }
}
