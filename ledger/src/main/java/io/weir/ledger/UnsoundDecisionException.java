package io.weir.ledger;

import io.weir.contracts.image.Inconsistency;
import java.util.List;

/**
 * A command accepted what would leave a configuration that no replica could follow; nothing was
 * recorded. The command lacks a rule: a bug, not a mistake of the caller.
 */
public final class UnsoundDecisionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnsoundDecisionException(String command, List<Inconsistency> inconsistencies) {
    super(command + " would leave " + inconsistencies);
  }
}
