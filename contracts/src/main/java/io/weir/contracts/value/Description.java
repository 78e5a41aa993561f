package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Free text about an object: up to 500 characters, no control characters but line breaks and tabs.
 */
public record Description(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Description {
    if (value.codePointCount(0, value.length()) > 500) {
      throw new InvalidValueException("must be at most 500 characters");
    }
    if (value
        .chars()
        .anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
      throw new InvalidValueException("must not contain control characters");
    }
  }

  /** No description. */
  public static final Description NONE = new Description("");

  @Override
  public String toString() {
    return value;
  }
}
