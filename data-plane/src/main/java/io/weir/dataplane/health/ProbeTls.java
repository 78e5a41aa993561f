package io.weir.dataplane.health;

import io.vertx.core.net.ClientSSLOptions;
import io.weir.dataplane.balance.LiveNode;

/** How TLS to a node is spoken by a probe: as by requests, else a probe would answer for nobody. */
@FunctionalInterface
public interface ProbeTls {
  /** Trust in what the system trusts, in the node's {@link LiveNode#tlsName() name} only. */
  ProbeTls SYSTEM = _ -> new ClientSSLOptions().setHostnameVerificationAlgorithm("HTTPS");

  /**
   * Trust, verification and client certificate for a node that speaks HTTPS. Equal options, though
   * not the same, share what is made of them; ALPN is the probe's business.
   */
  ClientSSLOptions of(LiveNode node);
}
