package io.weir.dataplane.http;

import io.weir.contracts.value.CertificateName;
import org.jspecify.annotations.Nullable;

/** The other end of a client's connection, and how a node is told of it. One event loop. */
public final class ClientPeer {
  private final String address;
  private final boolean tls;
  private final boolean trusted;
  private final @Nullable CertificateName certificate;
  private @Nullable String lastHost;
  private Headers told = new Headers(0);

  /**
   * A peer.
   *
   * @param address its IP address
   * @param tls whether the connection is encrypted
   * @param trusted whether what it says of whom it speaks for is believed
   * @param certificate the one of the custom domain it asked for in the TLS handshake, or null
   */
  public ClientPeer(
      String address, boolean tls, boolean trusted, @Nullable CertificateName certificate) {
    this.address = address;
    this.tls = tls;
    this.trusted = trusted;
    this.certificate = certificate;
  }

  /** A peer that has asked for no custom domain. */
  public ClientPeer(String address, boolean tls, boolean trusted) {
    this(address, tls, trusted, null);
  }

  /** A peer whose word on whom it speaks for is not believed. */
  public ClientPeer(String address, boolean tls) {
    this(address, tls, false);
  }

  /** Its IP address. */
  public String address() {
    return address;
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
   * and Forwarded (RFC 7239). The same object as long as the host is the same. The port is the one
   * that the client used, as far as it can be known behind a mapping of ports: that of the host it
   * asked for, or the one that its scheme means.
   */
  public Headers told(String host) {
    if (!host.equals(lastHost)) {
      Headers lines = new Headers(256);
      lines.add(HeaderName.X_FORWARDED_FOR, address);
      lines.add(HeaderName.X_FORWARDED_PROTO, scheme());
      lines.add(HeaderName.X_FORWARDED_HOST, host);
      lines.add(HeaderName.X_FORWARDED_PORT, Authorities.port(host, scheme()));
      StringBuilder element = new StringBuilder(96);
      Forwarded.append(element, address, host, scheme());
      lines.add(HeaderName.FORWARDED, element.toString());
      told = lines;
      lastHost = host;
    }
    return told;
  }
}
