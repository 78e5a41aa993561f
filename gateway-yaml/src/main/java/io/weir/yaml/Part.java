package io.weir.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text.
 *
 * @param json what is written there; missing if nothing is
 * @param pointer where (RFC 6901)
 */
record Part(YamlDocument document, JsonNode json, String pointer) {
  /** The pointer to a key of what stands at {@code pointer}. */
  static String under(String pointer, String key) {
    return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  /** Complains. */
  void violates(String problem) {
    document.violates(pointer, problem);
  }

  /** Whether nothing is written here. */
  boolean isNothing() {
    return json.isMissingNode() || json.isNull();
  }

  /** The same place with nothing written there. */
  Part withoutContent() {
    return new Part(document, NullNode.instance, pointer);
  }

  /** What an object holds for a key, if anything. */
  Part get(String key) {
    return new Part(document, json.path(key), under(pointer, key));
  }

  /** What an object holds, in its order; empty after a complaint if this is none. */
  Map<String, Part> entries() {
    Map<String, Part> entries = new LinkedHashMap<>();
    if (json.isObject()) {
      json.fieldNames().forEachRemaining(key -> entries.put(key, get(key)));
    } else if (!isNothing()) {
      violates("must be an object");
    }
    return entries;
  }

  /** What an array holds; empty after a complaint if this is none. */
  List<Part> items() {
    List<Part> items = new ArrayList<>();
    if (json.isArray()) {
      json.forEach(item -> items.add(new Part(document, item, pointer + "/" + items.size())));
    } else if (!isNothing()) {
      violates("must be an array");
    }
    return items;
  }

  /** A name; those that YAML takes for a number or for true or false need no quotes. */
  @Nullable String name() {
    return json.isValueNode() && !json.isNull() ? document.text(pointer) : null;
  }
}
