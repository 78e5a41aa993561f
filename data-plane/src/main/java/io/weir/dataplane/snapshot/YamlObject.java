package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One named object of a YAML text, whose fields were all asked what is wrong with them.
 *
 * @param sound whether nothing was
 */
record YamlObject(String name, YamlValue value, Map<String, YamlValue> fields, boolean sound) {
  /**
   * Reads the fields: {@code id}, those of the settings of its kind but for the name and the ids in
   * them, which are written as names, and {@code more}.
   */
  static YamlObject of(String name, YamlValue value, Class<?> settings, Map<String, Type> more) {
    Map<String, Type> known = new LinkedHashMap<>();
    YamlRecords.fields(settings)
        .forEach(
            (field, type) -> {
              if (!field.equals("name") && !field.endsWith("Id")) {
                known.put(field, type);
              }
            });
    known.put("id", Object.class);
    known.putAll(more);
    int before = value.complaints();
    Map<String, YamlValue> fields = YamlRecords.checkFields(value, known);
    return new YamlObject(name, value, fields, value.complaints() == before);
  }

  /** A field, or null if it was not written. */
  @Nullable YamlValue get(String field) {
    return fields.get(field);
  }

  /** A field, or null after a complaint that it was not written. */
  @Nullable YamlValue require(String field) {
    YamlValue found = fields.get(field);
    if (found == null) {
      value.violates("lacks " + field);
    }
    return found;
  }

  /**
   * Settings made of what was written and, for the rest, {@code defaults}; null after a complaint.
   */
  <T> @Nullable T settings(Class<T> type, Map<String, ?> defaults) {
    if (!sound) {
      return null;
    }
    ObjectNode json = Json.MAPPER.createObjectNode().put("name", name).put("description", "");
    defaults.forEach((key, given) -> json.set(key, Json.MAPPER.valueToTree(given)));
    YamlRecords.fields(type)
        .forEach(
            (field, fieldType) -> {
              YamlValue written = fields.get(field);
              if (written != null && !written.isNothing()) {
                json.set(field, YamlRecords.json(written, fieldType));
              }
            });
    return YamlRecords.read(value, json, type);
  }
}
