package io.weir.dataplane.replica;

import io.weir.dataplane.balance.NodeFinding;
import io.weir.dataplane.tls.CertificateStatus;
import java.util.List;
import java.util.Map;

/**
 * What a replica finds of what it uses: the health of nodes, by upstream and {@code address:port},
 * and certificates.
 */
public record Findings(
    Map<String, Map<String, NodeFinding>> nodeHealth, List<ServableCertificate> certificates) {
  static final Findings NONE = new Findings(Map.of(), List.of());

  /** As they are now. */
  public static Findings of(
      Map<String, Map<String, NodeFinding>> nodeHealth, List<CertificateStatus> certificates) {
    return new Findings(nodeHealth, ServableCertificate.of(certificates));
  }
}
