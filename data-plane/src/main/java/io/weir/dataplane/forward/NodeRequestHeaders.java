package io.weir.dataplane.forward;

import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.trace.RequestTrace;
import org.jspecify.annotations.Nullable;

/**
 * The headers of a request to a node: the client's, without those of its connection, and where they
 * came from. What a client says of whom it speaks for is believed only if it is a trusted proxy.
 */
final class NodeRequestHeaders {
  private NodeRequestHeaders() {}

  /**
   * Fills {@code to}, which is empty.
   *
   * @param trace of which the node is to be a part, or null to leave that to the client
   */
  static void fill(
      Headers to,
      Headers from,
      ClientPeer peer,
      String host,
      String requestId,
      @Nullable RequestTrace trace) {
    if (trace == null) {
      Hops.copy(from, to, NodeRequestHeaders::isRewritten);
    } else {
      Hops.copy(from, to, NodeRequestHeaders::isRewrittenInTrace);
      trace.propagate(to);
    }
    to.add(HeaderName.X_REQUEST_ID, requestId);
    if (peer.trusted() && saysForWhom(from)) {
      forwardTrusted(to, from, peer, host);
    } else {
      Headers told = peer.told(host);
      to.addAll(told, 0, told.size());
    }
    to.add(
        HeaderName.VIA,
        from.has(HeaderName.VIA) ? Hops.appended(from, HeaderName.VIA, Hops.VIA) : Hops.VIA);
  }

  private static boolean isRewritten(HeaderName name) {
    return switch (name) {
      case HOST,
          EXPECT,
          X_REQUEST_ID,
          VIA,
          FORWARDED,
          X_FORWARDED_FOR,
          X_FORWARDED_PROTO,
          X_FORWARDED_HOST,
          X_FORWARDED_PORT ->
          true;
      default -> false;
    };
  }

  private static boolean isRewrittenInTrace(HeaderName name) {
    return name == HeaderName.TRACEPARENT || name == HeaderName.TRACESTATE || isRewritten(name);
  }

  private static boolean saysForWhom(Headers from) {
    return from.has(HeaderName.X_FORWARDED_FOR)
        || from.has(HeaderName.X_FORWARDED_PROTO)
        || from.has(HeaderName.X_FORWARDED_HOST)
        || from.has(HeaderName.X_FORWARDED_PORT)
        || from.has(HeaderName.FORWARDED);
  }

  /** Lists grow at the end, as each hop knows only the one before it; the rest stays as it was. */
  private static void forwardTrusted(Headers to, Headers from, ClientPeer peer, String host) {
    to.add(
        HeaderName.X_FORWARDED_FOR,
        Hops.appended(from, HeaderName.X_FORWARDED_FOR, peer.address()));
    keep(to, from, HeaderName.X_FORWARDED_PROTO, peer.scheme());
    keep(to, from, HeaderName.X_FORWARDED_HOST, host);
    keep(to, from, HeaderName.X_FORWARDED_PORT, Integer.toString(peer.localPort()));
    to.add(HeaderName.FORWARDED, Hops.appended(from, HeaderName.FORWARDED, peer.forwarded(host)));
  }

  private static void keep(Headers to, Headers from, HeaderName name, String otherwise) {
    String said = from.get(name);
    to.add(name, said == null ? otherwise : said);
  }
}
