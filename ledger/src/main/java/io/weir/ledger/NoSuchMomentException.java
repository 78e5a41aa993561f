package io.weir.ledger;

/** The ledger does not reach to what was asked for; the message says so after its name. */
public final class NoSuchMomentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NoSuchMomentException(String message) {
    super(message, null, false, false);
  }
}
