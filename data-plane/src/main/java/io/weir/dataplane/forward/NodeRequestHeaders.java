package io.weir.dataplane.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.weir.dataplane.balance.LiveNode;

/**
 * The headers of a request to a node: the client's, without those of its connection, and where they
 * came from.
 */
final class NodeRequestHeaders {
  private static final CharSequence X_REQUEST_ID = HttpHeaders.createOptimized("x-request-id");
  private static final CharSequence X_FORWARDED_FOR =
      HttpHeaders.createOptimized("x-forwarded-for");
  private static final CharSequence X_FORWARDED_PROTO =
      HttpHeaders.createOptimized("x-forwarded-proto");
  private static final CharSequence X_FORWARDED_HOST =
      HttpHeaders.createOptimized("x-forwarded-host");
  private static final CharSequence X_FORWARDED_PORT =
      HttpHeaders.createOptimized("x-forwarded-port");
  private static final CharSequence FORWARDED = HttpHeaders.createOptimized("forwarded");
  private static final CharSequence VIA = HttpHeaders.createOptimized("via");

  private NodeRequestHeaders() {}

  /** Fills {@code to}, which is empty. */
  static void fill(
      MultiMap to, HttpServerRequest request, String host, String requestId, LiveNode node) {
    MultiMap from = request.headers();
    Hops.copy(from, to);
    to.set(HttpHeaders.HOST, node.hostHeader());
    to.set(X_REQUEST_ID, requestId);
    if (Hops.takesTrailers(from)) {
      to.set(Hops.TE, "trailers");
      to.set(HttpHeaders.CONNECTION, "te");
    }
    SocketAddress client = request.remoteAddress();
    String address = client.hostAddress();
    String scheme = request.isSSL() ? "https" : "http";
    append(to, X_FORWARDED_FOR, address);
    to.set(X_FORWARDED_PROTO, scheme);
    to.set(X_FORWARDED_HOST, host);
    to.set(X_FORWARDED_PORT, Integer.toString(request.localAddress().port()));
    append(to, FORWARDED, forwarded(address, host, scheme));
    append(to, VIA, Hops.VIA);
  }

  /** Lists grow at the end, as each hop knows only the one before it. */
  private static void append(MultiMap to, CharSequence name, String value) {
    String before = to.get(name);
    if (before == null) {
      to.set(name, value);
    } else {
      to.set(name, String.join(", ", to.getAll(name)) + ", " + value);
    }
  }

  /** One element of RFC 7239; values with characters that no token has are quoted. */
  private static String forwarded(String address, String host, String scheme) {
    StringBuilder element = new StringBuilder(96);
    element.append("for=");
    if (address.indexOf(':') < 0) {
      element.append(address);
    } else {
      element.append("\"[").append(address).append("]\"");
    }
    element.append(";host=\"").append(host.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    return element.append(";proto=").append(scheme).toString();
  }
}
