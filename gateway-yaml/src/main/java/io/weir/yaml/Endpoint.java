package io.weir.yaml;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.List;

/** Reads what is written as {@code /path} or {@code METHOD /path}. */
final class Endpoint {
  private Endpoint() {}

  /** Path and, if one is written, method, as the REST API has them. */
  static ObjectNode json(Part written) {
    ObjectNode json = Json.MAPPER.createObjectNode();
    if (!written.json().isTextual()) {
      return json.set("path", written.json());
    }
    List<String> words = List.of(written.json().textValue().strip().split("\\s+"));
    if (words.size() > 2) {
      written.violates("must be a path, or a method and a path");
      return json.put("path", "/");
    }
    if (words.size() == 2) {
      json.put("method", words.getFirst());
    }
    return json.put("path", words.getLast());
  }
}
