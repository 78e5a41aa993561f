package io.weir.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the REST API would be sent to make the same as a part of a text. Fields that are not spoken
 * of are written alike in both.
 */
final class Body {
  private final Part part;
  private final ObjectNode json = Json.MAPPER.createObjectNode();

  /** By the pointer of a field, where in the part it is written; the empty text is the part. */
  private final Map<String, String> places = new LinkedHashMap<>();

  private final Set<String> own;

  /**
   * Nothing yet.
   *
   * @param own fields that only the text has
   */
  Body(Part part, String... own) {
    this.part = part;
    this.own = Set.of(own);
  }

  /** Adds a field that is written as the key of the part. */
  Body key(String field, String key) {
    json.put(field, key);
    places.put("/" + field, "");
    return this;
  }

  /**
   * Adds a field that the text writes otherwise.
   *
   * @param pointer to the field; what holds it has been put before
   * @param value is left out if it is missing
   * @param written the pointer within the part to what it comes from; the empty text is the part
   */
  Body put(String pointer, JsonNode value, String written) {
    if (!value.isMissingNode()) {
      JsonPointer at = JsonPointer.compile(pointer);
      ((ObjectNode) json.at(at.head())).set(at.last().getMatchingProperty(), value);
    }
    places.put(pointer, written);
    return this;
  }

  /** What the body stands for, or null after complaints, each about where it is written. */
  <T> @Nullable T read(Function<Fields, T> reader) {
    Map<String, Part> entries = part.entries();
    if (!part.isNothing() && !part.json().isObject()) {
      return null;
    }
    boolean known = true;
    for (Map.Entry<String, Part> entry : entries.entrySet()) {
      String pointer = "/" + entry.getKey();
      if (own.contains(entry.getKey()) || places.containsValue(pointer)) {
        continue;
      }
      if (places.containsKey(pointer)) {
        entry.getValue().violates("is not a field of this object");
        known = false;
      } else {
        json.set(entry.getKey(), entry.getValue().json());
      }
    }
    try {
      T read = Fields.read(json, reader);
      return known ? read : null;
    } catch (InvalidContentException e) {
      e.violations()
          .forEach(
              found ->
                  part.document()
                      .violates(
                          part.pointer() + written(Objects.requireNonNull(found.pointer())),
                          found.detail()));
      return null;
    }
  }

  private String written(String pointer) {
    String known = pointer;
    while (!known.isEmpty() && !places.containsKey(known)) {
      known = known.substring(0, known.lastIndexOf('/'));
    }
    return places.getOrDefault(known, "") + pointer.substring(known.length());
  }
}
