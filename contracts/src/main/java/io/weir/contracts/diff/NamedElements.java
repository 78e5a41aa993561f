package io.weir.contracts.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Elements of a list that are told apart by what they say of themselves: the nodes of upstreams.
 */
final class NamedElements {
  private NamedElements() {}

  /** The elements by their names, in order; null if any has none, or two have the same. */
  static @Nullable Map<String, JsonNode> in(ArrayNode list) {
    Map<String, JsonNode> named = new LinkedHashMap<>();
    for (JsonNode element : list) {
      String name = name(element);
      if (name == null || named.put(name, element) != null) {
        return null;
      }
    }
    return named;
  }

  /** The elements by their names, in order. */
  static Map<String, JsonNode> of(ArrayNode list) {
    Map<String, JsonNode> named = in(list);
    if (named == null) {
      throw new IllegalArgumentException("not every element has a name of its own: " + list);
    }
    return named;
  }

  private static @Nullable String name(JsonNode element) {
    JsonNode address = element.get("address");
    JsonNode port = element.get("port");
    if (address == null || port == null || !address.isTextual() || !port.isInt()) {
      return null;
    }
    String host = address.textValue();
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port.intValue();
  }
}
