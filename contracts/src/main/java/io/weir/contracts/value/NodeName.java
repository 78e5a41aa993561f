package io.weir.contracts.value;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What tells a node from the others of its upstream, in whatever spelling. */
public record NodeName(Address address, Port port) {
  private static final Pattern TEXT =
      Pattern.compile("(?:\\[([^\\[\\]]*:[^\\[\\]]*)]|([^:\\[\\]]+)):([1-9][0-9]{0,4})");

  /**
   * Reads {@code address:port}, with an IPv6 address in brackets.
   *
   * @throws InvalidValueException if it is not
   */
  public static NodeName of(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new InvalidValueException("must be address:port, with an IPv6 address in brackets");
    }
    String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
    return new NodeName(new Address(host), new Port(Integer.parseInt(parts.group(3))));
  }

  /** Whether that is the name of a node. */
  public boolean names(Node node) {
    return port.equals(node.port()) && isAddress(node.address());
  }

  /** One text for all spellings of the name. */
  public String canonical() {
    return HostSyntax.canonical(address.value()) + " " + port.value();
  }

  /** Whether it has this address. */
  public boolean isAddress(Address other) {
    return HostSyntax.canonical(address.value()).equals(HostSyntax.canonical(other.value()));
  }

  /** {@code address:port}, with an IPv6 address in brackets. */
  @Override
  public String toString() {
    String host = address.value().contains(":") ? "[" + address.value() + "]" : address.value();
    return host + ":" + port.value();
  }
}
