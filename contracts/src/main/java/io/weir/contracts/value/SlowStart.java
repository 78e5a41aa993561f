package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * For how many seconds the share of a node that is new, or healthy again, grows to its weight: 0 to
 * 900; 0 = it has its full share at once.
 */
public record SlowStart(@JsonValue int seconds) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public SlowStart {
    if (seconds < 0 || seconds > 900) {
      throw new InvalidValueException("must be 0 to 900 s");
    }
  }

  /** What an upstream gets when it does not say. */
  public static final SlowStart OFF = new SlowStart(0);
}
