package io.weir.ledger.proof;

import org.jspecify.annotations.Nullable;

/**
 * What a signer is doing.
 *
 * @param leading whether it is this process that signs
 * @param size of the last checkpoint that it signed, or found when it began to; 0 before that
 * @param problem why it does not sign, or does not publish; null if all is well
 */
public record SignerStatus(boolean leading, long size, @Nullable String problem) {
  static SignerStatus initial() {
    return new SignerStatus(false, 0, null);
  }
}
