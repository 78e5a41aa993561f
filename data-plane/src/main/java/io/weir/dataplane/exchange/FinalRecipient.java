package io.weir.dataplane.exchange;

import io.weir.dataplane.http.ClientStream;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.ResponseHead;
import io.weir.dataplane.http.Version;
import io.weir.dataplane.rewrite.DateField;
import io.weir.dataplane.rewrite.MaxForwards;
import io.weir.dataplane.rewrite.Via;
import org.jspecify.annotations.Nullable;

/** Requests that go no further than this gateway, whatever its routes are. */
final class FinalRecipient {
  /** The status of the answer to OPTIONS. */
  static final int NO_CONTENT = 204;

  private FinalRecipient() {}

  /**
   * Why a request is not forwarded, or null if nothing speaks against it. A CONNECT is not, for its
   * 2xx would begin a tunnel in the eyes of the client (RFC 9110, 9.3.6). A TRACE that has no hop
   * left is not answered with what it says, which scripts must not read (9.3.8).
   */
  static @Nullable Failure refusal(RequestHead head) {
    if (head.method().equals("CONNECT")
        || head.method().equals("TRACE") && MaxForwards.isSpent(head)) {
      return Failure.METHOD_NOT_SUPPORTED;
    }
    return Via.isLoop(head.headers()) ? Failure.LOOP_DETECTED : null;
  }

  /** Whether it is an OPTIONS request about the gateway, not about something behind it. */
  static boolean answersOptions(RequestHead head, RequestTarget asked) {
    return head.method().equals("OPTIONS") && (asked.isServer() || MaxForwards.isSpent(head));
  }

  /** Sends the answer to such a request, with the headers given. */
  static void sendOptions(Headers headers, DateField date, ClientStream client) {
    date.addTo(headers);
    headers.add(HeaderName.ALLOW, Methods.ALLOWED);
    client.sendHead(new ResponseHead(Version.HTTP_1_1, NO_CONTENT, null, headers, 0), true);
  }
}
