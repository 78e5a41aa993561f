package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A TCP port: 1 to 65535. */
public record Port(@JsonValue int value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Port {
    if (value < 1 || value > 65_535) {
      throw new InvalidValueException("must be 1 to 65535");
    }
  }
}
