package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How many further attempts may follow a failed one: 1 to 100. */
public record Retries(@JsonValue int value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Retries {
    if (value < 1 || value > 100) {
      throw new InvalidValueException("must be 1 to 100");
    }
  }

  /** What an upstream gets when it does not say. */
  public static final Retries DEFAULT = new Retries(5);
}
