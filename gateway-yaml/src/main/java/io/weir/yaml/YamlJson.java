package io.weir.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.codec.Json;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns a YAML text into what the same text would be as JSON. What an alias repeats is made once
 * and shared, so that a short text cannot become large. One use.
 */
final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Set<String> TRUE = Set.of("true", "yes", "on");
  private static final Set<String> FALSE = Set.of("false", "no", "off");

  /** What a text is without being told; of all others, JSON knows nothing. */
  private static final Set<Tag> TAGS =
      Set.of(
          Tag.MAP,
          Tag.SEQ,
          Tag.STR,
          Tag.NULL,
          Tag.BOOL,
          Tag.INT,
          Tag.FLOAT,
          Tag.TIMESTAMP,
          Tag.MERGE);

  private final Map<Node, JsonNode> made = new IdentityHashMap<>();
  private final Complaints complaints;

  /** Is told what JSON could not say. */
  @FunctionalInterface
  interface Complaints {
    void complain(Node at, String pointer, String problem);
  }

  YamlJson(Complaints complaints) {
    this.complaints = complaints;
  }

  /** The JSON of what stands at {@code pointer}. */
  JsonNode of(Node node, String pointer) {
    JsonNode known = made.get(node);
    if (known != null) {
      return known;
    }
    if (node.isTwoStepsConstruction()) {
      complaints.complain(node, pointer, "contains itself");
      made.put(node, JSON.nullNode());
    }
    if (!TAGS.contains(node.getTag())) {
      complaints.complain(node, pointer, "has the tag " + node.getTag() + ", which JSON has not");
    }
    JsonNode json =
        switch (node) {
          case MappingNode mapping -> object(mapping, pointer);
          case SequenceNode list -> array(list, pointer);
          case ScalarNode scalar -> value(scalar);
          default -> JSON.nullNode();
        };
    made.put(node, json);
    return json;
  }

  private ObjectNode object(MappingNode mapping, String pointer) {
    ObjectNode object = JSON.objectNode();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        complaints.complain(tuple.getKeyNode(), pointer, "has a key that is no text");
        continue;
      }
      String name = key.getValue();
      String place = Part.under(pointer, name);
      JsonNode value = of(tuple.getValueNode(), place);
      if (object.putIfAbsent(name, value) != null) {
        complaints.complain(key, place, "is written twice");
      }
    }
    return object;
  }

  private ArrayNode array(SequenceNode list, String pointer) {
    ArrayNode array = JSON.arrayNode();
    for (Node item : list.getValue()) {
      array.add(of(item, pointer + "/" + array.size()));
    }
    return array;
  }

  private static JsonNode value(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return truth(text);
    }
    return tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) ? number(text) : JSON.textNode(text);
  }

  private static JsonNode truth(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return TRUE.contains(word) || FALSE.contains(word)
        ? JSON.booleanNode(TRUE.contains(word))
        : JSON.textNode(text);
  }

  /** A number that JSON has none of stays a text, which whoever wants a number refuses. */
  private static JsonNode number(String text) {
    try {
      return Json.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return JSON.textNode(text); // 0x1F, 1_000, 007, .inf
    }
  }
}
