package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;

/**
 * How many more hops a TRACE or OPTIONS request may take (RFC 9110, 7.6.2). The field means nothing
 * with other methods, and nothing if it is no number: then it is passed on as it is.
 */
public final class MaxForwards {
  private MaxForwards() {}

  /** Whether the request must not go further than here. */
  public static boolean isSpent(RequestHead head) {
    return of(head) == 0;
  }

  /** How many hops there are left, this one not counted; -1 if that is not bounded. */
  private static long of(RequestHead head) {
    Headers headers = head.headers();
    return headers.has(HeaderName.MAX_FORWARDS)
            && (head.method().equals("OPTIONS") || head.method().equals("TRACE"))
        ? headers.decimal(headers.find(HeaderName.MAX_FORWARDS))
        : -1;
  }

  /** Adds what the next hop is told, to headers without the field. */
  static void pass(RequestHead head, Headers to) {
    String said = head.headers().get(HeaderName.MAX_FORWARDS);
    if (said != null) {
      long left = of(head);
      to.add(HeaderName.MAX_FORWARDS, left < 0 ? said : Long.toString(left - 1));
    }
  }
}
