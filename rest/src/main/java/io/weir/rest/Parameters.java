package io.weir.rest;

import io.weir.contracts.content.Violation;
import io.weir.contracts.content.Violations;
import io.weir.contracts.value.InvalidValueException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, collecting every violation. Not thread-safe. */
public final class Parameters {
  private final Violations violations = new Violations();

  /** Refuses what is not among the parameters, and what is given twice. */
  public void known(Map<String, List<String>> given, Set<String> parameters) {
    new TreeMap<>(given)
        .forEach(
            (name, values) -> {
              if (!parameters.contains(name)) {
                add(Violation.parameter(name, "is not a parameter of this resource"));
              } else if (values.size() > 1) {
                add(Violation.parameter(name, "must be given once"));
              }
            });
  }

  /** Adds a violation found by other means. */
  public void add(Violation violation) {
    violations.add(violation);
  }

  /** How many items a page has at most. */
  public int limit(@Nullable String limit) {
    return (int) number("limit", limit, 1, 100, 20);
  }

  /** How fresh the answer must be. */
  public Freshness freshness(Fresh fresh) {
    return new Freshness(
        number("min_position", fresh.minPosition, 0, Long.MAX_VALUE, 0),
        number("wait_ms", fresh.waitMillis, 0, Fresh.MOST_WAIT_MILLIS, Fresh.WAIT_MILLIS));
  }

  /** The moment to look at, or null if it is now. */
  public @Nullable At at(Fresh fresh) {
    if (fresh.asksForThePast() && fresh.minPosition != null) {
      add(Violation.parameter("at", "cannot be given together with min_position"));
    }
    return value("at", fresh.at(), At::of);
  }

  /** A value, or null if the parameter is absent. */
  public <T> @Nullable T value(String name, @Nullable String text, Function<String, T> type) {
    if (text == null) {
      return null;
    }
    if (text.isEmpty()) {
      violations.add(Violation.parameter(name, "must not be empty"));
      return null;
    }
    try {
      return type.apply(text);
    } catch (InvalidValueException e) {
      violations.add(Violation.parameter(name, Violations.reason(e)));
      return null;
    }
  }

  /** Any text that PostgreSQL can look for: it has none with a NUL in it. */
  public static String words(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValueException("must not contain control characters");
    }
    return text;
  }

  /** {@code true} or {@code false}. */
  public static Boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValueException("must be true or false");
    };
  }

  /** The name of one of an enum's constants. */
  public static <E extends Enum<E>> Function<String, Object> oneOf(Class<E> type) {
    List<String> names = Arrays.stream(type.getEnumConstants()).map(Enum::name).toList();
    return text -> {
      if (!names.contains(text)) {
        throw new InvalidValueException("must be one of " + String.join(", ", names));
      }
      return text;
    };
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
