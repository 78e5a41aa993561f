package io.weir.projector.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows as text, so that equal ones are equal wherever they come from. */
public final class Canonical {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private Canonical() {}

  /** A row by its columns. */
  public static String row(Map<String, @Nullable Object> columns) {
    Map<String, @Nullable Object> row = new TreeMap<>();
    columns.forEach((name, value) -> row.put(name, plain(value)));
    try {
      return MAPPER.writeValueAsString(row);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A JSON text as a value. */
  public static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case JsonNode node -> MAPPER.convertValue(node, Object.class);
      case OffsetDateTime time -> time.toInstant().toString();
      case Object[] array -> Arrays.asList(array);
      case Integer number -> number.longValue();
      case UUID uuid -> uuid.toString();
      case List<?> list -> list;
      case String text -> text;
      case Long number -> number;
      case Boolean flag -> flag;
      default -> throw new IllegalArgumentException(value.getClass() + " " + value);
    };
  }
}
