package io.weir.control.upstream;

import io.weir.contracts.value.Address;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Weight;
import org.jspecify.annotations.Nullable;

/**
 * A node as clients see it.
 *
 * @param health what is found of it, or null in answers of changes, which say what was written
 */
public record NodeView(
    Address address, Port port, Weight weight, boolean draining, @Nullable Health health) {
  static NodeView of(Node node, @Nullable Health health) {
    return new NodeView(node.address(), node.port(), node.weight(), node.draining(), health);
  }
}
