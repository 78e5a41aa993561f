package io.weir.contracts.image;

import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import org.jspecify.annotations.Nullable;

/**
 * A key that checkpoints are signed with, or were: what is signed stays to be verified.
 *
 * @param created by which event
 * @param retired by which event; null while it signs
 */
public record LedgerKey(
    LedgerKeyId id, PublicKey publicKey, Revision created, @Nullable Revision retired) {
  /** Whether it signs. */
  public boolean current() {
    return retired == null;
  }
}
