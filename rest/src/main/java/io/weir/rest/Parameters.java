package io.weir.rest;

import io.weir.contracts.value.InvalidValueException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, collecting every violation. Not thread-safe. */
public final class Parameters {
  private final Violations violations = new Violations();

  /** The page a list's parameters ask for. */
  public Page page(Paging paging) {
    return new Page(
        limit(paging.limit), (int) number("offset", paging.offset, 0, Integer.MAX_VALUE, 0));
  }

  /** How many items a page has at most. */
  public int limit(@Nullable String limit) {
    return (int) number("limit", limit, 1, 100, 20);
  }

  /** How fresh the answer must be. */
  public Freshness freshness(Fresh fresh) {
    return new Freshness(
        number("min_position", fresh.minPosition, 0, Long.MAX_VALUE, 0),
        number("wait_ms", fresh.waitMillis, 0, 30_000, 5_000));
  }

  /** A value, or null if the parameter is absent. */
  public <T> @Nullable T value(String name, @Nullable String text, Function<String, T> type) {
    if (text == null) {
      return null;
    }
    try {
      return type.apply(text);
    } catch (InvalidValueException e) {
      violations.add(Violation.parameter(name, Violations.reason(e)));
      return null;
    }
  }

  /** The text itself if it is what {@code type} takes, or null if the parameter is absent. */
  public @Nullable String text(String name, @Nullable String text, Function<String, ?> type) {
    return value(name, text, type) == null ? null : text;
  }

  /** A whole number, or {@code otherwise} if the parameter is absent. */
  public long number(String name, @Nullable String text, long min, long max, long otherwise) {
    Long value =
        value(
            name,
            text,
            digits -> {
              try {
                long number = Long.parseLong(digits);
                if (number >= min && number <= max) {
                  return number;
                }
              } catch (NumberFormatException e) {
                // the same violation
              }
              throw new InvalidValueException(
                  max >= Integer.MAX_VALUE
                      ? "must be a whole number from " + min
                      : "must be " + min + " to " + max);
            });
    return value == null ? otherwise : value;
  }

  /**
   * Ends the reading.
   *
   * @throws ProblemException 400 VALIDATION_FAILED with every violation
   */
  public void end() {
    violations.end();
  }
}
