package io.weir.rest.list;

import io.weir.contracts.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.regex.Pattern;

/** Timestamps in parameters: RFC 3339, to the microsecond at most, as PostgreSQL keeps them. */
public final class Timestamps {
  private static final Pattern RFC_3339 =
      Pattern.compile(
          "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,6})?"
              + "(Z|[+-][0-9]{2}:[0-9]{2})",
          Pattern.CASE_INSENSITIVE);

  private Timestamps() {}

  /**
   * The moment that a text names.
   *
   * @throws InvalidValueException if it names none
   */
  public static OffsetDateTime read(String text) {
    try {
      if (RFC_3339.matcher(text).matches()) {
        return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
      }
    } catch (DateTimeException e) {
      // the same violation
    }
    throw new InvalidValueException(
        "must be a time such as 2026-01-31T10:42:00Z (RFC 3339; write + as %2B)");
  }
}
