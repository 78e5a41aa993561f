package io.weir.rest;

import io.weir.contracts.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** What {@code at} says: which moment of the ledger to look at. */
public sealed interface At {
  /** After the event at a position, and all others of its command. */
  record OfPosition(long position) implements At {}

  /** After the last event recorded by then. */
  record OfTime(Instant time) implements At {}

  /** A number, signed or not. */
  Pattern NUMBER = Pattern.compile("-?[0-9]+");

  /**
   * Reads a position or a time with its offset (RFC 3339).
   *
   * @throws InvalidValueException if it is neither
   */
  static At of(String text) {
    try {
      if (NUMBER.matcher(text).matches()) {
        long position = Long.parseLong(text);
        if (position < 0) {
          throw new InvalidValueException("is before the beginning: positions start at 0");
        }
        return new OfPosition(position);
      }
      return new OfTime(OffsetDateTime.parse(text).toInstant());
    } catch (NumberFormatException | DateTimeException e) {
      throw neither();
    }
  }

  private static InvalidValueException neither() {
    return new InvalidValueException(
        "must be a position or a time such as 2026-01-31T10:42:00Z; a + in it is written %2B");
  }
}
