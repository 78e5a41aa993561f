package io.weir.contracts.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
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

  /** The node of a name. */
  public Optional<Node> named(NodeName name) {
    return list.stream().filter(name::names).findFirst();
  }

  /**
   * These nodes with one in the place of that of its name, or at the end if there is none.
   *
   * @throws InvalidValueException if there are too many then
   */
  public Nodes with(Node node) {
    List<Node> all = new ArrayList<>(list);
    all.replaceAll(other -> node.name().names(other) ? node : other);
    if (named(node.name()).isEmpty()) {
      all.add(node);
    }
    return new Nodes(all);
  }

  /**
   * These nodes without that of a name.
   *
   * @throws InvalidValueException if there is none left then
   */
  public Nodes without(NodeName name) {
    return new Nodes(list.stream().filter(node -> !name.names(node)).toList());
  }
}
