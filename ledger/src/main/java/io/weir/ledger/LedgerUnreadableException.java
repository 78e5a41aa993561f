package io.weir.ledger;

import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.FoldException;
import io.weir.contracts.log.BrokenChainException;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.topic.TopicFault;

/**
 * The next event of the ledger is none that this process can apply: a newer version of Weir
 * recorded it, or it is not what was recorded. Nothing behind it is read, and nothing was recorded.
 */
public final class LedgerUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private LedgerUnreadableException(
      FaultKind kind, Envelope envelope, String what, RuntimeException cause) {
    super(TopicFault.of(kind, envelope, what).sentence(), cause);
  }

  static LedgerUnreadableException of(Envelope envelope, UnknownEventException e) {
    return new LedgerUnreadableException(
        FaultKind.UNKNOWN, envelope, "cannot be read: " + e.getMessage(), e);
  }

  static LedgerUnreadableException of(Envelope envelope, FoldException e) {
    return new LedgerUnreadableException(
        FaultKind.UNFIT, envelope, "cannot be applied: " + e.getMessage(), e);
  }

  static LedgerUnreadableException of(Envelope envelope, BrokenChainException e) {
    return new LedgerUnreadableException(e.kind(), envelope, e.what(), e);
  }
}
