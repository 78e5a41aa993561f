package io.weir.dataplane.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A value of a YAML text that knows where it stands, and collects what is wrong with it. */
final class YamlValue {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final Node node;
  private final String place;
  private final List<Violation> violations;

  private YamlValue(Node node, String place, List<Violation> violations) {
    this.node = node;
    this.place = place;
    this.violations = violations;
  }

  /** The whole of a text; {@code violations} is where complaints go. */
  static YamlValue root(Node node, List<Violation> violations) {
    return new YamlValue(node, "", violations);
  }

  /** Complains. */
  void violates(String problem) {
    violations.add(
        new Violation(
            node.getStartMark().getLine() + 1,
            node.getStartMark().getColumn() + 1,
            place,
            problem));
  }

  /** How many complaints there are so far, about anything. */
  int complaints() {
    return violations.size();
  }

  boolean isMapping() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** The same place with nothing written there. */
  YamlValue withoutContent() {
    Node nothing =
        new ScalarNode(
            Tag.NULL, "", node.getStartMark(), node.getEndMark(), DumperOptions.ScalarStyle.PLAIN);
    return new YamlValue(nothing, place, violations);
  }

  /** Whether nothing was written. */
  boolean isNothing() {
    return node.getTag().equals(Tag.NULL);
  }

  /** The entries of a mapping, in their order; none if nothing was written. */
  Map<String, YamlValue> entries() {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping && !isRecursive()) {
      for (NodeTuple tuple : mapping.getValue()) {
        YamlValue keyAt = new YamlValue(tuple.getKeyNode(), place, violations);
        if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
          keyAt.violates("has a key that is no text");
          continue;
        }
        String name = key.getValue();
        YamlValue entry = new YamlValue(tuple.getValueNode(), under(name), violations);
        if (entries.putIfAbsent(name, entry) != null) {
          keyAt.violates("has " + name + " twice");
        }
      }
    } else if (!isNothing()) {
      violates("must be a mapping");
    }
    return entries;
  }

  /** The entries of a mapping that may have these keys only. */
  Map<String, YamlValue> entries(Set<String> known) {
    Map<String, YamlValue> entries = entries();
    entries.forEach(
        (key, value) -> {
          if (!known.contains(key)) {
            value.violates("is not known; known here: " + String.join(", ", new TreeSet<>(known)));
          }
        });
    return entries;
  }

  /** The items of a list; none if nothing was written. */
  List<YamlValue> items() {
    List<YamlValue> items = new ArrayList<>();
    if (node instanceof SequenceNode list && !isRecursive()) {
      for (Node item : list.getValue()) {
        items.add(new YamlValue(item, place + "[" + items.size() + "]", violations));
      }
    } else if (!isNothing()) {
      violates("must be a list");
    }
    return items;
  }

  /** The text of a value that is neither mapping nor list, or null after a complaint. */
  @Nullable String text() {
    if (node instanceof ScalarNode scalar && !isNothing()) {
      return scalar.getValue();
    }
    violates("must be a text");
    return null;
  }

  /** The same as JSON; complains about nothing. */
  JsonNode json() {
    return json(node);
  }

  private static JsonNode json(Node node) {
    if (node.isTwoStepsConstruction()) {
      return JSON.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode key) {
            object.set(key.getValue(), json(tuple.getValueNode()));
          }
        }
        yield object;
      }
      case SequenceNode list -> {
        ArrayNode array = JSON.arrayNode();
        list.getValue().forEach(item -> array.add(json(item)));
        yield array;
      }
      case ScalarNode scalar -> json(scalar);
      default -> JSON.nullNode();
    };
  }

  private static JsonNode json(ScalarNode scalar) {
    String text = scalar.getValue();
    Tag tag = scalar.getTag();
    if (tag.equals(Tag.NULL)) {
      return JSON.nullNode();
    }
    if (tag.equals(Tag.BOOL)) {
      return JSON.booleanNode(Set.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      try {
        return number(new BigDecimal(text));
      } catch (NumberFormatException e) {
        return JSON.textNode(text); // 0x1F, 1_000, .inf: whoever wants a number will refuse it
      }
    }
    return JSON.textNode(text);
  }

  /** As JSON's own parser reads numbers: the smallest type that holds it. */
  private static JsonNode number(BigDecimal number) {
    if (number.scale() > 0 || number.precision() - number.scale() > 18) {
      return JSON.numberNode(number);
    }
    long whole = number.longValueExact();
    return whole == (int) whole ? JSON.numberNode((int) whole) : JSON.numberNode(whole);
  }

  /** A list or mapping that an alias puts into itself. */
  private boolean isRecursive() {
    if (node.isTwoStepsConstruction()) {
      violates("contains itself");
      return true;
    }
    return false;
  }

  private String under(String key) {
    return place.isEmpty() ? key : place + "." + key;
  }
}
