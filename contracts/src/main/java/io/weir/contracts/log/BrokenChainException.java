package io.weir.contracts.log;

/** Events are missing, altered or of another history; nothing after them may be applied. */
public final class BrokenChainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public BrokenChainException(String message) {
    super(message);
  }
}
