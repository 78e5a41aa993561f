package io.weir.dataplane.balance;

import io.weir.contracts.value.HostHeader;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.Protocol;
import io.weir.contracts.value.UpstreamSettings;

/**
 * A node of an upstream as this process knows it. The same object for as long as the upstream lists
 * the address and port and reaches it the same way, whatever else changes: its health and its
 * connections hang on its identity.
 */
public final class LiveNode {
  private final Node node;
  private final String authority;
  private final boolean tls;
  private final String hostHeader;
  private final HttpVersion httpVersion;
  private final NodeTls tlsSettings;
  private final NodeHealth health = new NodeHealth();

  LiveNode(Node node, UpstreamSettings settings) {
    this.node = node;
    authority = node.authority();
    tls = settings.protocol() == Protocol.HTTPS;
    HostHeader host = settings.hostHeader();
    hostHeader = host == null ? authority : host.value();
    httpVersion = settings.httpVersion();
    tlsSettings = settings.tls() == null ? NodeTls.DEFAULT : settings.tls();
  }

  /** Whether a node of changed settings is reached the same way as this one. */
  boolean sameWay(LiveNode other) {
    return authority.equals(other.authority)
        && tls == other.tls
        && hostHeader.equals(other.hostHeader)
        && httpVersion == other.httpVersion
        && tlsSettings.equals(other.tlsSettings);
  }

  /** The host name or IP address to connect to. */
  public String address() {
    return node.address().value();
  }

  /** The port to connect to. */
  public int port() {
    return node.port().value();
  }

  /** {@code address:port}: what the node is called in logs and metrics. */
  public String authority() {
    return authority;
  }

  /** Whether it speaks HTTPS. */
  public boolean tls() {
    return tls;
  }

  /** How TLS to it is spoken; only means something if {@link #tls()}. */
  public NodeTls tlsSettings() {
    return tlsSettings;
  }

  /** The version of HTTP it is spoken to in. */
  public HttpVersion httpVersion() {
    return httpVersion;
  }

  /** The name to ask for by SNI and to verify. */
  public String tlsName() {
    String name = tlsSettings.serverName();
    if (name != null) {
      return name;
    }
    if (hostHeader.equals(authority)) {
      return address();
    }
    String host = hostHeader;
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** The Host header it expects: the upstream's, or its own address and port. */
  public String hostHeader() {
    return hostHeader;
  }

  /** What is known of it. */
  public NodeHealth health() {
    return health;
  }

  @Override
  public String toString() {
    return authority;
  }
}
