package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A node's share of new requests relative to its siblings: 0 to 100; 0 = no new requests. */
public record Weight(@JsonValue int value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Weight {
    if (value < 0 || value > 100) {
      throw new InvalidValueException("must be 0 to 100");
    }
  }
}
