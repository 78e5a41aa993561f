package io.weir.ledger;

/**
 * PostgreSQL cannot be reached, or is read-only. The command was not recorded, unless {@link
 * #outcomeUnknown} says that the connection broke at the very moment of the commit and did not come
 * back in time.
 */
public final class LedgerUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean outcomeUnknown;

  public LedgerUnavailableException(String message, Throwable cause) {
    this(message, cause, false);
  }

  public LedgerUnavailableException(String message, Throwable cause, boolean outcomeUnknown) {
    super(message, cause);
    this.outcomeUnknown = outcomeUnknown;
  }

  /** Whether the command may have been recorded; repeat it with its idempotency key to learn it. */
  public boolean outcomeUnknown() {
    return outcomeUnknown;
  }
}
