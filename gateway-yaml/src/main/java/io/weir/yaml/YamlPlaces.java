package io.weir.yaml;

import com.fasterxml.jackson.core.JsonPointer;
import io.weir.contracts.content.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Where the parts of a YAML text stand, by their pointers. */
record YamlPlaces(Node root) {
  /**
   * What a pointer leads to.
   *
   * @param node the last that was written on the way there
   * @param place the whole way as people write it
   * @param exists whether the way leads to the node, not beyond it
   */
  private record Found(Node node, String place, boolean exists) {}

  /** Of what was not written, the place is where it would stand. */
  PlacedViolation placed(Violation violation) {
    Found found = find(pointer(violation));
    return placed(violation, found.node, found.place);
  }

  /** A violation of something that has no pointer of its own, such as a key. */
  PlacedViolation placed(Violation violation, Node at) {
    return placed(violation, at, find(pointer(violation)).place);
  }

  private static PlacedViolation placed(Violation violation, Node at, String place) {
    Mark mark = at.getStartMark();
    return new PlacedViolation(mark.getLine() + 1, mark.getColumn() + 1, place, violation);
  }

  private static String pointer(Violation violation) {
    return Objects.requireNonNull(violation.pointer(), "everything in a text has a pointer");
  }

  /** A value as it was written, whatever YAML takes it for; null if there is none. */
  @Nullable String text(String pointer) {
    Found found = find(pointer);
    return found.exists && found.node instanceof ScalarNode value ? value.getValue() : null;
  }

  private Found find(String pointer) {
    Node node = root;
    boolean exists = true;
    StringBuilder place = new StringBuilder();
    for (JsonPointer at = JsonPointer.compile(pointer); !at.matches(); at = at.tail()) {
      String key = at.getMatchingProperty();
      Node child = exists ? child(node, key, at.getMatchingIndex()) : null;
      if (child != null && node instanceof SequenceNode) {
        place.append('[').append(key).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(key);
      }
      exists = child != null;
      node = child == null ? node : child;
    }
    return new Found(node, place.toString(), exists);
  }

  private static @Nullable Node child(Node node, String key, int index) {
    return switch (node) {
      case MappingNode mapping -> value(mapping.getValue(), key);
      case SequenceNode list when index >= 0 && index < list.getValue().size() ->
          list.getValue().get(index);
      default -> null;
    };
  }

  private static @Nullable Node value(List<NodeTuple> entries, String key) {
    for (NodeTuple entry : entries) {
      if (entry.getKeyNode() instanceof ScalarNode text && text.getValue().equals(key)) {
        return entry.getValueNode();
      }
    }
    return null;
  }
}
