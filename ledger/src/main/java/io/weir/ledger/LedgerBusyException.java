package io.weir.ledger;

/** The command was not recorded because too many others are waiting; it may be given again. */
public final class LedgerBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerBusyException(String message) {
    super(message);
  }

  public LedgerBusyException(String message, Throwable cause) {
    super(message, cause);
  }
}
