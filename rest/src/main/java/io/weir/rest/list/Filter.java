package io.weir.rest.list;

import io.weir.contracts.value.InvalidValueException;
import java.util.function.Function;

/**
 * A query parameter that narrows a list.
 *
 * @param condition SQL in which every {@code ?} stands for the value
 * @param value reads the parameter; throws InvalidValueException if it is none
 */
record Filter(String condition, Function<String, Object> value) {

  /** Takes what a value type takes, and looks for the text itself. */
  static Function<String, Object> text(Function<String, ?> type) {
    return text -> type.<Object>andThen(accepted -> text).apply(text);
  }

  /** Any text that PostgreSQL can look for: it has none with a NUL in it. */
  static Object words(String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new InvalidValueException("must not contain control characters");
    }
    return text;
  }

  /** A moment as RFC 3339 writes it. */
  static Object time(String text) {
    return Timestamps.read(text);
  }

  /** {@code true} or {@code false}. */
  static Object yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new InvalidValueException("must be true or false");
    };
  }
}
