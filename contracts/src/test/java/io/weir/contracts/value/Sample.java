package io.weir.contracts.value;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import org.jspecify.annotations.Nullable;

/**
 * A JSON text and whether it is a value.
 *
 * @param definition where the schemas describe it, below {@code $defs}
 * @param message what refuses it must say; null if it is good
 * @param schemaKnows whether JSON Schema can express the rule
 */
public record Sample(
    Class<?> type, String definition, String json, @Nullable String message, boolean schemaKnows) {
  /** Whether it is a value. */
  public boolean good() {
    return message == null;
  }

  /** The JSON text, parsed. */
  public JsonNode tree() {
    try {
      return Json.MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  @Override
  public String toString() {
    String shown = json.length() > 60 ? json.substring(0, 60) + "… " + json.length() : json;
    return (good() ? "good " : "bad ") + type.getSimpleName() + " " + shown;
  }
}
