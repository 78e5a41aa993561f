package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How long a request may wait for the head of its response, retries included: 1 to 1800000 ms. */
public record Timeout(@JsonValue int value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Timeout {
    if (value < 1 || value > 1_800_000) {
      throw new InvalidValueException("must be 1 to 1800000 ms");
    }
  }

  /** What an API gets when it does not say: 15 s. */
  public static final Timeout DEFAULT = new Timeout(15_000);
}
