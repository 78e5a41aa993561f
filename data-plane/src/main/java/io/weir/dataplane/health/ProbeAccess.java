package io.weir.dataplane.health;

import io.vertx.core.net.ClientSSLOptions;
import io.weir.dataplane.balance.LiveNode;
import java.net.InetAddress;

/** How a probe gets to a node: as requests do, else it would answer for another way than theirs. */
public interface ProbeAccess {
  /** To any address, with trust in what the system trusts. */
  ProbeAccess OPEN =
      new ProbeAccess() {
        @Override
        public boolean allows(InetAddress address) {
          return true;
        }

        @Override
        public ClientSSLOptions tls(LiveNode node) {
          return new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");
        }
      };

  /** Whether a node may have this address; a probe of one that may not fails. */
  boolean allows(InetAddress address);

  /**
   * Trust, verification and client certificate for a node that speaks HTTPS; its {@link
   * LiveNode#tlsName() name} and ALPN are the probe's business.
   *
   * @throws IllegalStateException if a certificate it needs cannot be used; the probe fails
   */
  ClientSSLOptions tls(LiveNode node);
}
