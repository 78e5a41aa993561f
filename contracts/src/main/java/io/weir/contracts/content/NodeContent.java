package io.weir.contracts.content;

import io.weir.contracts.value.Address;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.NodeName;
import io.weir.contracts.value.Port;
import io.weir.contracts.value.Weight;
import java.util.function.Supplier;

/** Everything about a node that a caller decides. */
public final class NodeContent {
  private NodeContent() {}

  /** Reads it. */
  public static Node read(Fields fields) {
    return read(
        fields,
        fields.text("address", Address::new).required(),
        fields.integer("port", Port::new).required());
  }

  /** Reads that of a node whose name the path says; the content may repeat it. */
  public static Node read(NodeName name, Fields fields) {
    return read(
        fields,
        fields.text("address", text -> address(name, text)).or(name.address()),
        fields.integer("port", number -> port(name, number)).or(name.port()));
  }

  private static Node read(Fields fields, Supplier<Address> address, Supplier<Port> port) {
    var weight = fields.integer("weight", Weight::new).required();
    var draining = fields.bool("draining").or(false);
    fields.readOnly("health", "healthCause", "healthSince");
    return fields.build(() -> new Node(address.get(), port.get(), weight.get(), draining.get()));
  }

  private static Address address(NodeName name, String text) {
    Address address = new Address(text);
    if (!name.isAddress(address)) {
      throw new InvalidValueException("must be " + name.address() + ", as in the path");
    }
    return address;
  }

  private static Port port(NodeName name, int number) {
    if (number != name.port().value()) {
      throw new InvalidValueException("must be " + name.port().value() + ", as in the path");
    }
    return name.port();
  }
}
