package io.weir.contracts.codec;

/**
 * An event of a type this build does not know, or whose data it cannot read; a reader stops before
 * it.
 */
public final class UnknownEventException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnknownEventException(String message, Throwable cause) {
    super(message, cause);
  }

  public UnknownEventException(String message) {
    super(message);
  }
}
