package io.weir.ledger.proof;

/** What only the process that signs may do was asked of another; nothing was changed. */
public final class NotSigningException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotSigningException(String message) {
    super(message);
  }
}
