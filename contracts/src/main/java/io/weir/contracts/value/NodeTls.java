package io.weir.contracts.value;

import org.jspecify.annotations.Nullable;

/**
 * How TLS to an upstream's nodes is spoken.
 *
 * @param verify whether a node must show a certificate that is trusted and of its name
 * @param serverName the host name asked for (SNI) and verified, or null for that of the Host header
 *     or, without one, the node's address
 * @param caCertificate whose certificates are trusted instead of the host's usual ones, or null
 * @param clientCertificate what nodes are shown if they ask, or null
 */
public record NodeTls(
    boolean verify,
    @Nullable String serverName,
    @Nullable CertificateName caCertificate,
    @Nullable CertificateName clientCertificate) {
  /** What HTTPS to nodes is like when an upstream does not say. */
  public static final NodeTls DEFAULT = new NodeTls(true, null, null, null);

  public NodeTls {
    if (serverName != null && !HostSyntax.isHostName(serverName)) {
      throw new InvalidValueException("must have a serverName that is a host name");
    }
  }

  /**
   * A server name.
   *
   * @throws InvalidValueException unless it is a host name
   */
  public static String checkedServerName(String name) {
    if (!HostSyntax.isHostName(name)) {
      throw new InvalidValueException("must be a host name");
    }
    return name;
  }
}
