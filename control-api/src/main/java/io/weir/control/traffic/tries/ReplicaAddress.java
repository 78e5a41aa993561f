package io.weir.control.traffic.tries;

import io.weir.contracts.value.Address;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.NodeName;
import io.weir.contracts.value.Port;
import org.jspecify.annotations.Nullable;

/** Where a replica takes traffic, as it reports. */
record ReplicaAddress(Address host, Port port) {
  /** Reads {@code host:port}; null if it is none. */
  static @Nullable ReplicaAddress read(@Nullable String text) {
    int colon = text == null ? -1 : text.lastIndexOf(':');
    if (text == null || colon < 0) {
      return null;
    }
    String host = text.substring(0, colon);
    boolean bracketed = host.startsWith("[") && host.endsWith("]");
    try {
      return new ReplicaAddress(
          new Address(bracketed ? host.substring(1, host.length() - 1) : host),
          new Port(Integer.parseInt(text.substring(colon + 1))));
    } catch (InvalidValueException | NumberFormatException e) {
      return null;
    }
  }

  @Override
  public String toString() {
    return new NodeName(host, port).toString();
  }
}
