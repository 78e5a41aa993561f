package io.weir.ledger.verify;

import io.weir.contracts.log.Chain;
import org.jspecify.annotations.Nullable;

/**
 * What a verification found.
 *
 * @param sound the end of what is proven: the last event, or the one before the first broken one
 * @param problem what is wrong after that; null if nothing is
 */
public record Verification(Chain sound, @Nullable String problem) {
  /** Whether the whole ledger is as it was written. */
  public boolean intact() {
    return problem == null;
  }

  /** The first position that is not as it was written, or 0 if there is none. */
  public long brokenAt() {
    return intact() ? 0 : sound.position() + 1;
  }
}
