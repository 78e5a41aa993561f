package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A node's share of new requests relative to its siblings: 0 to 100; 0 = no new requests. */
public record Weight(@JsonValue int value) {
  /** The most a node can weigh. */
  public static final int MAX = 100;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Weight {
    if (value < 0 || value > MAX) {
      throw new InvalidValueException("must be 0 to " + MAX);
    }
  }
}
