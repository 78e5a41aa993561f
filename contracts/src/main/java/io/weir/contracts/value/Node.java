package io.weir.contracts.value;

/** One backend node of an upstream. */
public record Node(Address address, Port port, Weight weight) {
  /**
   * {@code address:port}, with an IPv6 address in brackets: what tells nodes of one upstream apart.
   */
  public String authority() {
    String host = address.value().contains(":") ? "[" + address.value() + "]" : address.value();
    return host + ":" + port.value();
  }
}
