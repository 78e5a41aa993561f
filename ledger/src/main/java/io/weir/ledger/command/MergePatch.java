package io.weir.ledger.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A JSON Merge Patch (RFC 7396): members replace those of the target, null removes one, objects
 * merge, arrays do not.
 */
public record MergePatch(ObjectNode change) {
  /** The target after the patch; the target itself stays as it is. */
  public ObjectNode apply(ObjectNode target) {
    return merge(target.deepCopy(), change);
  }

  private static ObjectNode merge(ObjectNode target, ObjectNode patch) {
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
