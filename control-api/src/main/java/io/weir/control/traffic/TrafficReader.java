package io.weir.control.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.value.InvalidValueException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object that a replica told, field by field. Fields that nobody asks for are of a later
 * build. Whatever is not as it should be is an {@link UnreadableException}.
 */
public final class TrafficReader {
  /** No process counts so far; sums of many of them are still numbers. */
  private static final long MOST = 1_000_000_000_000L;

  private static final int MOST_WORDS = 100;
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_]{1,50}");

  private final JsonNode object;

  /** An object. */
  public TrafficReader(JsonNode object) {
    if (!object.isObject()) {
      throw new UnreadableException("is no object");
    }
    this.object = object;
  }

  /** A text of at least one character and at most so many. */
  public String text(String field, int most) {
    String text = textIfThere(field, most);
    if (text == null || text.isEmpty()) {
      throw wrong(field);
    }
    return text;
  }

  /** A text, or null if it is left out. */
  public @Nullable String textIfThere(String field, int most) {
    JsonNode value = object.get(field);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() || value.textValue().length() > most) {
      throw wrong(field);
    }
    return value.textValue();
  }

  /**
   * The text of a value such as an id, or null if it is left out. The same few come again and
   * again, and are kept once.
   */
  public @Nullable String valueIfThere(String field, Function<String, ?> type) {
    String text = textIfThere(field, 200);
    if (text == null) {
      return null;
    }
    try {
      if (type.apply(text) == null) {
        throw wrong(field);
      }
    } catch (InvalidValueException e) {
      throw wrong(field);
    }
    return text.intern();
  }

  /** A number from 0. */
  public long number(String field) {
    return number(field, object.get(field));
  }

  /** A number from 0, which is 0 if it is left out. */
  public long numberOrNone(String field) {
    JsonNode value = object.get(field);
    return value == null ? 0 : number(field, value);
  }

  /**
   * A number from 0.
   *
   * @param what is said of a value that is none
   */
  public static long number(String what, @Nullable JsonNode value) {
    if (value == null || !value.isIntegralNumber() || !value.canConvertToLong()) {
      throw wrong(what);
    }
    long number = value.longValue();
    if (number < 0 || number > MOST) {
      throw wrong(what);
    }
    return number;
  }

  /** A number from -1, which says that something never came. */
  public long numberOrNever(String field) {
    JsonNode value = object.get(field);
    return value != null && value.isIntegralNumber() && value.asLong() == -1 ? -1 : number(field);
  }

  /** Something that is true if the object says so. */
  public boolean flag(String field) {
    JsonNode value = object.get(field);
    if (value != null && !value.isBoolean()) {
      throw wrong(field);
    }
    return value != null && value.booleanValue();
  }

  /** A moment. */
  public Instant time(String field) {
    try {
      return Instant.parse(text(field, 40));
    } catch (DateTimeException e) {
      throw wrong(field);
    }
  }

  /** How often there was each word; none if it is left out. */
  public Map<String, Long> counts(String field) {
    JsonNode value = object.get(field);
    if (value == null || value.isEmpty()) {
      return Map.of();
    }
    if (!value.isObject() || value.size() > MOST_WORDS) {
      throw wrong(field);
    }
    Map<String, Long> counts = new TreeMap<>();
    value
        .properties()
        .forEach(
            one -> {
              if (!WORD.matcher(one.getKey()).matches()) {
                throw wrong(field);
              }
              counts.put(one.getKey().intern(), number(field, one.getValue()));
            });
    return counts;
  }

  /** The elements of an array, none if it is left out. */
  public List<JsonNode> elements(String field, int most) {
    JsonNode value = object.get(field);
    if (value == null) {
      return List.of();
    }
    if (!value.isArray() || value.size() > most) {
      throw wrong(field);
    }
    List<JsonNode> elements = new ArrayList<>(value.size());
    value.forEach(elements::add);
    return elements;
  }

  private static UnreadableException wrong(String field) {
    return new UnreadableException(field + " is not what it should be");
  }
}
