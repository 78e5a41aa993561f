package io.weir.control.proof;

import io.weir.contracts.log.Hash;
import io.weir.ledger.proof.Proofs;
import java.util.Base64;
import java.util.List;

/** Proofs as they are answered: hashes of the tree in base64, those of events as elsewhere. */
final class ProofView {
  private ProofView() {}

  /** That an event is in a tree. */
  record Inclusion(long position, Hash hash, long size, String root, List<String> proof) {
    static Inclusion of(Proofs.Included included) {
      return new Inclusion(
          included.proof().index() + 1,
          included.event(),
          included.proof().size(),
          base64(included.root()),
          base64(included.proof().path()));
    }
  }

  /** That a tree continues another. */
  record Consistency(long from, String fromRoot, long to, String toRoot, List<String> proof) {
    static Consistency of(Proofs.Continued continued) {
      return new Consistency(
          continued.proof().from(),
          base64(continued.from()),
          continued.proof().to(),
          base64(continued.to()),
          base64(continued.proof().path()));
    }
  }

  private static List<String> base64(List<Hash> hashes) {
    return hashes.stream().map(ProofView::base64).toList();
  }

  private static String base64(Hash hash) {
    return Base64.getEncoder().encodeToString(hash.bytes());
  }
}
