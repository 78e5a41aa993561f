package io.weir.projector.store;

/**
 * PostgreSQL is away, or said try again: whether the work was done is unknown, so look before
 * repeating it.
 */
public final class DatabaseUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DatabaseUnavailableException(Throwable cause) {
    super("PostgreSQL is unavailable: " + cause.getMessage(), cause);
  }

  /** It is there, and others are in the way. */
  DatabaseUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
