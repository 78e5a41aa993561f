package io.weir.dataplane.http;

import io.weir.contracts.value.CertificateName;
import org.jspecify.annotations.Nullable;

/** The other end of a client's connection, and how a node is told of it. One event loop. */
public final class ClientPeer {
  private final String address;
  private final int localPort;
  private final boolean tls;
  private final boolean trusted;
  private final @Nullable CertificateName certificate;
  private @Nullable String lastHost;
  private Headers told = new Headers(0);

  /**
   * A peer.
   *
   * @param address its IP address
   * @param localPort the port it connected to
   * @param tls whether the connection is encrypted
   * @param trusted whether what it says of whom it speaks for is believed
   * @param certificate the one of the custom domain it asked for in the TLS handshake, or null
   */
  public ClientPeer(
      String address,
      int localPort,
      boolean tls,
      boolean trusted,
      @Nullable CertificateName certificate) {
    this.address = address;
    this.localPort = localPort;
    this.tls = tls;
    this.trusted = trusted;
    this.certificate = certificate;
  }

  /** A peer that has asked for no custom domain. */
  public ClientPeer(String address, int localPort, boolean tls, boolean trusted) {
    this(address, localPort, tls, trusted, null);
  }

  /** A peer whose word on whom it speaks for is not believed. */
  public ClientPeer(String address, int localPort, boolean tls) {
    this(address, localPort, tls, false);
  }

  /** Its IP address. */
  public String address() {
    return address;
  }

  /** The port it connected to. */
  public int localPort() {
    return localPort;
  }

  /** Whether the connection is encrypted. */
  public boolean tls() {
    return tls;
  }

  /** Whether what it says of whom it speaks for is believed. */
  public boolean trusted() {
    return trusted;
  }

  /** The certificate it was shown for the custom domain it asked for, or null if for none. */
  public @Nullable CertificateName certificate() {
    return certificate;
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return tls ? "https" : "http";
  }

  /**
   * What a node is told of a request that comes from here and from nowhere before: X-Forwarded-*
   * and Forwarded (RFC 7239). The same object as long as the host is the same.
   */
  public Headers told(String host) {
    if (!host.equals(lastHost)) {
      Headers lines = new Headers(256);
      lines.add(HeaderName.X_FORWARDED_FOR, address);
      lines.add(HeaderName.X_FORWARDED_PROTO, scheme());
      lines.add(HeaderName.X_FORWARDED_HOST, host);
      lines.add(HeaderName.X_FORWARDED_PORT, localPort);
      lines.add(HeaderName.FORWARDED, forwarded(host));
      told = lines;
      lastHost = host;
    }
    return told;
  }

  /** This hop as one element of RFC 7239; values with characters that no token has are quoted. */
  public String forwarded(String host) {
    StringBuilder element = new StringBuilder(96);
    element.append("for=");
    if (address.indexOf(':') < 0) {
      element.append(address);
    } else {
      element.append("\"[").append(address).append("]\"");
    }
    element.append(";host=\"").append(host.replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    return element.append(";proto=").append(scheme()).toString();
  }
}
