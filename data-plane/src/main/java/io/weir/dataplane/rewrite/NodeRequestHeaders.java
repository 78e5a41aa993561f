package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.rewrite.Hops.Rewritten;
import io.weir.dataplane.trace.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request to a node: the client's, without those of its connection and without the
 * cookies of the console, and where they came from. What a client says of whom it speaks for is
 * believed only if it is a trusted proxy.
 */
public final class NodeRequestHeaders {
  private static final Rewritten TRUSTED = (name, _, _) -> isRewritten(name);
  private static final Rewritten TRUSTED_TRACED =
      (name, _, _) -> isTrace(name) || isRewritten(name);
  private static final Rewritten UNTRUSTED = (name, _, _) -> isClaim(name) || isRewritten(name);
  private static final Rewritten UNTRUSTED_TRACED =
      (name, _, _) -> isTrace(name) || isClaim(name) || isRewritten(name);

  private NodeRequestHeaders() {}

  /**
   * Fills {@code to}, which is empty.
   *
   * @param host the authority that was asked for
   * @param trace of which the node is to be a part, or null to leave that to the client
   */
  public static void fill(
      Headers to,
      RequestHead head,
      ClientPeer peer,
      String host,
      String requestId,
      @Nullable RequestTrace trace) {
    Headers from = head.headers();
    Rewritten rewritten = rewritten(peer.trusted(), trace != null);
    if (Cookies.mayHaveConsoles(from)) {
      Hops.copy(
          from, to, (name, all, i) -> name == HeaderName.COOKIE || rewritten.has(name, all, i));
      Cookies.passOthers(from, to);
    } else {
      Hops.copy(from, to, rewritten);
    }
    if (trace != null) {
      trace.propagate(to);
    }
    to.add(HeaderName.X_REQUEST_ID, requestId);
    if (peer.trusted() && Origin.isSaid(from)) {
      Origin.pass(to, from, peer, host);
    } else {
      Headers told = peer.told(host);
      to.addAll(told, 0, told.size());
    }
    MaxForwards.pass(head, to);
    String via = Via.element(head.version());
    to.add(
        HeaderName.VIA, from.has(HeaderName.VIA) ? Hops.appended(from, HeaderName.VIA, via) : via);
  }

  private static Rewritten rewritten(boolean trusted, boolean traced) {
    if (trusted) {
      return traced ? TRUSTED_TRACED : TRUSTED;
    }
    return traced ? UNTRUSTED_TRACED : UNTRUSTED;
  }

  private static boolean isRewritten(HeaderName name) {
    return switch (name) {
      case HOST,
          EXPECT,
          MAX_FORWARDS,
          X_REQUEST_ID,
          VIA,
          ALIAS,
          FORWARDED,
          X_FORWARDED_FOR,
          X_FORWARDED_PROTO,
          X_FORWARDED_HOST,
          X_FORWARDED_PORT ->
          true;
      default -> false;
    };
  }

  /** What only a trusted proxy may say. */
  private static boolean isClaim(HeaderName name) {
    return name == HeaderName.CLAIM || name.isOurs();
  }

  private static boolean isTrace(HeaderName name) {
    return name == HeaderName.TRACEPARENT || name == HeaderName.TRACESTATE;
  }
}
