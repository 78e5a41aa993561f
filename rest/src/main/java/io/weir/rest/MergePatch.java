package io.weir.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.function.Function;

/**
 * A JSON Merge Patch (RFC 7396): members replace those of the target, null removes one, objects
 * merge, arrays do not.
 */
public record MergePatch(ObjectNode change) {
  /**
   * Applies the patch to the representation of an object and reads the result like a body that came
   * whole.
   *
   * @param current anything that the shared mapper writes as a JSON object
   * @throws ProblemException 400 VALIDATION_FAILED with every violation of the result
   */
  public <T> T apply(Object current, Function<Fields, T> reader) {
    ObjectNode target = Json.MAPPER.valueToTree(current);
    return Fields.read(merge(target.deepCopy(), change), reader);
  }

  static ObjectNode merge(ObjectNode target, ObjectNode patch) {
    for (var member : patch.properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        target.remove(member.getKey());
      } else if (value instanceof ObjectNode inner) {
        ObjectNode base =
            target.get(member.getKey()) instanceof ObjectNode object ? object : target.objectNode();
        target.set(member.getKey(), merge(base, inner));
      } else {
        target.set(member.getKey(), value.deepCopy());
      }
    }
    return target;
  }
}
