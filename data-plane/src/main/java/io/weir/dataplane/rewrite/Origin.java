package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.Authorities;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.Forwarded;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Passes on what a trusted proxy says of whom it speaks for: X-Forwarded-*, Forwarded (RFC 7239) or
 * both. Lists grow at the end, as each hop knows only the one before it; the rest stays as it was.
 * What the proxy says in one of the two ways only is said in the other as well: frameworks differ
 * in which they believe.
 */
final class Origin {
  private final Headers from;
  private final ClientPeer peer;
  private final @Nullable Forwarded forwarded;
  private final String proto;
  private final String host;

  private Origin(Headers from, ClientPeer peer, String asked) {
    this.from = from;
    this.peer = peer;
    forwarded = from.has(HeaderName.FORWARDED) ? Forwarded.in(from) : null;
    proto =
        said(
            HeaderName.X_FORWARDED_PROTO,
            forwarded == null ? null : forwarded.proto(),
            peer.scheme());
    host = said(HeaderName.X_FORWARDED_HOST, forwarded == null ? null : forwarded.host(), asked);
  }

  /** Whether a request says for whom it is made. */
  static boolean isSaid(Headers from) {
    return from.has(HeaderName.X_FORWARDED_FOR)
        || from.has(HeaderName.X_FORWARDED_PROTO)
        || from.has(HeaderName.X_FORWARDED_HOST)
        || from.has(HeaderName.X_FORWARDED_PORT)
        || from.has(HeaderName.FORWARDED);
  }

  /**
   * Adds what a node is told.
   *
   * @param peer the proxy
   * @param asked the authority that the proxy asked for
   */
  static void pass(Headers to, Headers from, ClientPeer peer, String asked) {
    Origin origin = new Origin(from, peer, asked);
    to.add(HeaderName.X_FORWARDED_FOR, origin.addresses());
    to.add(HeaderName.X_FORWARDED_PROTO, origin.proto);
    to.add(HeaderName.X_FORWARDED_HOST, origin.host);
    to.add(HeaderName.X_FORWARDED_PORT, origin.port());
    to.add(HeaderName.FORWARDED, origin.elements(asked));
  }

  private String said(HeaderName name, @Nullable String inForwarded, String otherwise) {
    String value = from.get(name);
    return value != null ? value : inForwarded != null ? inForwarded : otherwise;
  }

  private String addresses() {
    if (forwarded == null || from.has(HeaderName.X_FORWARDED_FOR)) {
      return Hops.appended(from, HeaderName.X_FORWARDED_FOR, peer.address());
    }
    return forwarded.addresses().isEmpty()
        ? peer.address()
        : String.join(", ", forwarded.addresses()) + ", " + peer.address();
  }

  private String port() {
    String port = from.get(HeaderName.X_FORWARDED_PORT);
    return port != null ? port : Integer.toString(Authorities.port(first(host), first(proto)));
  }

  /** The first of a list of hops: what the client itself did. */
  private static String first(String list) {
    int comma = list.indexOf(',');
    return (comma < 0 ? list : list.substring(0, comma)).strip();
  }

  private String elements(String asked) {
    StringBuilder list = new StringBuilder(128);
    String clientsProto = first(proto);
    String clientsHost = Authorities.with(first(host), statedPort(), clientsProto);
    if (forwarded == null) {
      for (int i = from.find(HeaderName.X_FORWARDED_FOR);
          i >= 0;
          i = from.find(HeaderName.X_FORWARDED_FOR, i + 1)) {
        for (String node : from.value(i).split(",", -1)) {
          boolean client = list.isEmpty();
          Forwarded.append(
              list,
              Forwarded.address(node.strip()),
              client ? clientsHost : null,
              client ? clientsProto : null);
        }
      }
      boolean client = list.isEmpty();
      Forwarded.append(
          list,
          peer.address(),
          client ? clientsHost : asked,
          client ? clientsProto : peer.scheme());
      return list.toString();
    }
    // readers take the first that is said of each
    Forwarded.append(
        list,
        peer.address(),
        forwarded.host() == null ? clientsHost : asked,
        forwarded.proto() == null ? clientsProto : peer.scheme());
    return Hops.appended(from, HeaderName.FORWARDED, list.toString());
  }

  /** The port that X-Forwarded-Port states, or the one that the host means anyway. */
  private int statedPort() {
    int field = from.find(HeaderName.X_FORWARDED_PORT);
    long stated = field < 0 ? -1 : from.decimal(field);
    return stated > 0 && stated <= 65_535
        ? (int) stated
        : Authorities.port(first(host), first(proto));
  }
}
