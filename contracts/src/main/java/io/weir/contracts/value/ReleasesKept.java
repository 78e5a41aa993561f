package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How many releases a service keeps to roll back to, the newest among them: 1 to 1000. What an
 * environment points to is kept beyond that.
 */
public record ReleasesKept(@JsonValue int value) {
  /** What services keep; it may change, for every release says how many were kept then. */
  public static final ReleasesKept DEFAULT = new ReleasesKept(50);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ReleasesKept {
    if (value < 1 || value > 1000) {
      throw new InvalidValueException("must be 1 to 1000");
    }
  }
}
