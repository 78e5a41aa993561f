package io.weir.dataplane.http;

/**
 * The other end of a client's connection.
 *
 * @param address its IP address
 * @param localPort the port it connected to
 * @param tls whether the connection is encrypted
 */
public record ClientPeer(String address, int localPort, boolean tls) {
  /** {@code http} or {@code https}. */
  public String scheme() {
    return tls ? "https" : "http";
  }
}
