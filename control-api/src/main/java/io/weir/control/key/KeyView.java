package io.weir.control.key;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import io.weir.contracts.image.Key;

/** A key as clients see it: all but its secret. */
final class KeyView {
  private KeyView() {}

  static ObjectNode of(Key key) {
    ObjectNode view = Json.MAPPER.createObjectNode().put("id", key.id().value());
    view.setAll(Json.MAPPER.<ObjectNode>valueToTree(key.settings()));
    return view.put("used", key.used())
        .put("expired", key.expired())
        .put("version", key.revision().version())
        .put("position", key.revision().position())
        .put("changedAt", key.revision().at().toString());
  }
}
