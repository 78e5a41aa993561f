package io.weir.ledger.proof;

import org.jspecify.annotations.Nullable;

/**
 * What a signer is doing.
 *
 * @param leading whether it is this process that signs
 * @param size of the last checkpoint that it signed or knows of; 0 before that
 * @param problem why it does not sign, or does not publish; null if all is well
 * @param leader from which address the process that signs is connected to the database, if it is
 *     another; null if none is known
 */
public record SignerStatus(
    boolean leading, long size, @Nullable String problem, @Nullable String leader) {
  static SignerStatus initial() {
    return new SignerStatus(false, 0, null, null);
  }

  static SignerStatus leading(long size, @Nullable String problem) {
    return new SignerStatus(true, size, problem, null);
  }

  static SignerStatus standingBy(long size, @Nullable String leader) {
    return new SignerStatus(false, size, null, leader);
  }

  /** No longer leading if it was. */
  SignerStatus failing(String why) {
    return new SignerStatus(false, size, why, null);
  }

  /** Why it is not this process that signs; of one that does not lead. */
  String whyNot() {
    if (problem != null) {
      return "this process does not sign: " + problem;
    }
    return leader == null
        ? "this process does not sign yet, and no other is known to: ask again in a moment"
        : "another process signs, which is connected to the database from %s: ask that one"
            .formatted(leader);
  }
}
