package io.weir.standalone.platform;

/** Weir was not started; the message is for the user and says what to do. */
public final class CannotStartException extends Exception {

  private final String reason;

  public CannotStartException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What to tell the user. */
  public String reason() {
    return reason;
  }
}
