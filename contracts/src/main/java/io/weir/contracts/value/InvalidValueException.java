package io.weir.contracts.value;

/** Says what a value must be; the message completes the sentence "this field ...". */
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  public InvalidValueException(String message) {
    super(message);
  }
}
