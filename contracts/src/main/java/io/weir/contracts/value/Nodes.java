package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The node list of an upstream: 1 to {@value #MAX} nodes, no two with the same address and port, in
 * whatever spelling.
 */
public record Nodes(@JsonValue List<Node> list) {
  /** The most nodes an upstream can have. */
  public static final int MAX = 200;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Nodes {
    if (list.isEmpty() || list.size() > MAX) {
      throw new InvalidValueException("must hold 1 to " + MAX + " nodes");
    }
    Set<String> seen = new HashSet<>();
    for (Node node : list) {
      if (!seen.add(HostSyntax.canonical(node.address().value()) + " " + node.port().value())) {
        throw new InvalidValueException("must not name " + node.authority() + " twice");
      }
    }
    list = List.copyOf(list);
  }
}
