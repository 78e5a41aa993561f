package io.weir.control.traffic;

/** What a replica told is not of the form that is agreed on; it is passed over. */
public final class UnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** With a sentence; without a stack trace, for it tells of the record. */
  public UnreadableException(String message) {
    super(message, null, false, false);
  }
}
