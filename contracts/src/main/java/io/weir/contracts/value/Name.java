package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What people call an object: 1 to 50 characters of a-z A-Z 0-9 _. */
public record Name(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Name {
    boolean valid = !value.isEmpty() && value.length() <= 50;
    for (int i = 0; valid && i < value.length(); i++) {
      char c = value.charAt(i);
      valid =
          (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }
    if (!valid) {
      throw new InvalidValueException("must be 1 to 50 characters of a-z A-Z 0-9 _");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
