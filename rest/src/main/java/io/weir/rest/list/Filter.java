package io.weir.rest.list;

import java.util.function.Function;

/**
 * A query parameter that narrows a list.
 *
 * @param condition SQL in which every {@code ?} stands for the value
 * @param value reads the parameter; throws InvalidValueException if it is none
 * @param recorded whether it can be asked of the past, too
 */
record Filter(String condition, Function<String, Object> value, boolean recorded) {

  /** Takes what a value type takes, and looks for the text itself. */
  static Function<String, Object> text(Function<String, ?> type) {
    return text -> type.<Object>andThen(accepted -> text).apply(text);
  }

  /** A moment as RFC 3339 writes it. */
  static Object time(String text) {
    return Timestamps.read(text);
  }
}
