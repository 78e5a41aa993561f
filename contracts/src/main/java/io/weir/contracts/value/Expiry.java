package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/** The moment from which on something opens nothing: whole seconds, UTC. */
public record Expiry(Instant at) {
  private static final Pattern SYNTAX =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");
  private static final String RULE =
      "must be a time in whole seconds, UTC, such as 2027-01-31T12:00:00Z";

  public Expiry {
    if (at.getNano() != 0) {
      throw new InvalidValueException(RULE);
    }
  }

  /** Throws {@link InvalidValueException} for anything that is not written so. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Expiry of(String text) {
    try {
      if (SYNTAX.matcher(text).matches()) {
        return new Expiry(Instant.parse(text));
      }
    } catch (DateTimeException e) {
      // a day or an hour that there is not
    }
    throw new InvalidValueException(RULE);
  }

  /** Whether it is over at a moment. */
  public boolean isPast(Instant now) {
    return !now.isBefore(at);
  }

  /** As {@link #of} reads it. */
  @Override
  @JsonValue
  public String toString() {
    return at.toString();
  }
}
