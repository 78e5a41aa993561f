package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.NodeTls;
import io.weir.contracts.value.RetryOn;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads values of the gateway's own types, which say themselves what is wrong with a value; asks
 * every field, so that all that is wrong is told at once.
 */
final class YamlRecords {
  private static final Pattern MISSING =
      Pattern.compile("Missing required creator property '(\\w+)'");

  private static final Map<Type, Object> DEFAULTS =
      Map.of(
          HealthChecker.class,
          HealthChecker.DEFAULT,
          NodeTls.class,
          NodeTls.DEFAULT,
          RetryOn.class,
          RetryOn.NONE);

  private YamlRecords() {}

  /** The fields of a record as they are written and their types, in their declared order. */
  static Map<String, Type> fields(Class<?> record) {
    Map<String, Type> fields = new LinkedHashMap<>();
    for (RecordComponent component : record.getRecordComponents()) {
      JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
      fields.put(
          renamed == null ? component.getName() : renamed.value(), component.getGenericType());
    }
    return fields;
  }

  /** Complains about everything in {@code value} that cannot be of that type. */
  static void check(YamlValue value, Type type) {
    JavaType java = Json.MAPPER.constructType(type);
    int before = value.complaints();
    if (value.isMapping() && isPlainRecord(java.getRawClass())) {
      checkFields(value, fields(java.getRawClass()));
    } else if (value.isList() && java.isCollectionLikeType()) {
      value.items().forEach(item -> check(item, java.getContentType()));
    }
    if (value.complaints() == before) {
      read(value, json(value, java.getRawClass()), java);
    }
  }

  /** A value as JSON, with the defaults of its type for what was not written. */
  static JsonNode json(YamlValue value, Type type) {
    Object defaults = DEFAULTS.get(type);
    JsonNode written = value.json();
    return defaults != null && written instanceof ObjectNode object
        ? Json.MAPPER.<ObjectNode>valueToTree(defaults).setAll(object)
        : written;
  }

  /**
   * Complains about everything in the entries of {@code value} that cannot be of their types, and
   * about unknown ones.
   *
   * @return the entries
   */
  static Map<String, YamlValue> checkFields(YamlValue value, Map<String, Type> fields) {
    Map<String, YamlValue> entries = value.entries(fields.keySet());
    entries.forEach(
        (name, field) -> {
          Type known = fields.get(name);
          if (known != null && !field.isNothing()) {
            check(field, known);
          }
        });
    return entries;
  }

  /** The value that JSON made from {@code value} stands for, or null after a complaint. */
  static <T> @Nullable T read(YamlValue value, JsonNode json, Class<T> type) {
    return read(value, json, Json.MAPPER.constructType(type));
  }

  private static <T> @Nullable T read(YamlValue value, JsonNode json, JavaType type) {
    try {
      T read = Json.MAPPER.treeToValue(json, type);
      if (read == null) {
        value.violates("must not be nothing");
      }
      return read;
    } catch (JsonProcessingException e) {
      value.violates(problem(e));
      return null;
    }
  }

  private static boolean isPlainRecord(Class<?> type) {
    return type.isRecord()
        && Arrays.stream(type.getRecordComponents())
            .noneMatch(component -> component.getAccessor().isAnnotationPresent(JsonValue.class));
  }

  private static String problem(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof InvalidValueException) {
        return String.valueOf(cause.getMessage());
      }
    }
    if (e instanceof InvalidNullException) {
      return "must not be nothing";
    }
    if (e instanceof InvalidFormatException format && format.getTargetType().isEnum()) {
      return "must be one of "
          + Arrays.stream(format.getTargetType().getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    Matcher missing = MISSING.matcher(e.getOriginalMessage());
    return missing.find() ? "lacks " + missing.group(1) : e.getOriginalMessage();
  }
}
