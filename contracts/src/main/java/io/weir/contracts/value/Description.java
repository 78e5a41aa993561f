package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Free text about an object: up to 500 characters, no control characters but line breaks and tabs.
 */
public record Description(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Description {
    if (value.length() > MAX && value.codePointCount(0, value.length()) > MAX) {
      throw new InvalidValueException("must be at most 500 characters");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (isControl(c)) {
        throw new InvalidValueException("must not contain control characters");
      }
      if (Character.isSurrogate(c)) {
        if (isHalfACharacter(value.codePointAt(i))) {
          throw new InvalidValueException("must not contain halves of surrogate pairs");
        }
        i++;
      }
    }
  }

  private static final int MAX = 500;

  /** No description. */
  public static final Description NONE = new Description("");

  private static boolean isControl(int c) {
    return Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t';
  }

  /** Has no UTF-8 form: it would be stored, and hashed, as another text. */
  private static boolean isHalfACharacter(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  @Override
  public String toString() {
    return value;
  }
}
