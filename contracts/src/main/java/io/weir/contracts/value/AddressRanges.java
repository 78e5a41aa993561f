package io.weir.contracts.value;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * Ranges of IP addresses. An IPv4 address that is written as an IPv6 one ({@code ::ffff:1.2.3.4},
 * RFC 4291, 2.5.5.2) is that IPv4 address, in ranges and in what is looked for; else the two
 * families have nothing in common.
 */
public final class AddressRanges {
  /** No address at all. */
  public static final AddressRanges NONE = new AddressRanges(List.of());

  private static final int IPV4 = 4;
  private static final int IPV6 = 16;
  private static final int MAPPED = IPV6 - IPV4;

  private final List<Range> ranges;

  /** The addresses of a family that begin with the first {@code prefix} bits of {@code network}. */
  private record Range(byte[] network, int prefix) {
    boolean contains(byte[] address) {
      if (address.length != network.length) {
        return false;
      }
      int whole = prefix / Byte.SIZE;
      for (int i = 0; i < whole; i++) {
        if (address[i] != network[i]) {
          return false;
        }
      }
      int rest = prefix % Byte.SIZE;
      return rest == 0 || ((address[whole] ^ network[whole]) & 0xff) >> (Byte.SIZE - rest) == 0;
    }
  }

  private AddressRanges(List<Range> ranges) {
    this.ranges = ranges;
  }

  /**
   * Reads a comma-separated list of addresses and CIDR blocks (RFC 4632, 3.1; RFC 4291, 2.3), whose
   * bits behind the prefix mean nothing; the empty text is {@link #NONE}.
   *
   * @throws IllegalArgumentException naming what is neither
   */
  public static AddressRanges of(String list) {
    List<Range> ranges = new ArrayList<>();
    for (String part : list.split(",", -1)) {
      String text = part.strip();
      if (!text.isEmpty()) {
        ranges.add(range(text));
      }
    }
    return ranges.isEmpty() ? NONE : new AddressRanges(List.copyOf(ranges));
  }

  private static Range range(String text) {
    int slash = text.indexOf('/');
    String literal = slash < 0 ? text : text.substring(0, slash);
    if (!HostSyntax.isIpv4(literal) && !HostSyntax.isIpv6(literal)) {
      throw no(text);
    }
    byte[] network = InetAddress.ofLiteral(literal).getAddress();
    boolean mapped = network.length == IPV4 && literal.indexOf(':') >= 0;
    int widest = (mapped ? IPV6 : network.length) * Byte.SIZE;
    int prefix = slash < 0 ? widest : prefix(text, slash + 1);
    if (prefix < 0 || prefix > widest) {
      throw no(text);
    }
    if (!mapped) {
      return new Range(network, prefix);
    }
    int narrower = prefix - MAPPED * Byte.SIZE;
    return narrower < 0 ? new Range(mapped(network), prefix) : new Range(network, narrower);
  }

  private static byte[] mapped(byte[] ipv4) {
    byte[] ipv6 = new byte[IPV6];
    ipv6[10] = -1;
    ipv6[11] = -1;
    System.arraycopy(ipv4, 0, ipv6, MAPPED, IPV4);
    return ipv6;
  }

  /** One to three digits, else -1. */
  private static int prefix(String text, int from) {
    int length = text.length() - from;
    int prefix = 0;
    for (int i = from; i < text.length(); i++) {
      char digit = text.charAt(i);
      if (digit < '0' || digit > '9') {
        return -1;
      }
      prefix = prefix * 10 + digit - '0';
    }
    return length < 1 || length > 3 ? -1 : prefix;
  }

  private static IllegalArgumentException no(String text) {
    return new IllegalArgumentException(text + " is no IP address or CIDR block");
  }

  private static byte[] unmapped(byte[] address) {
    if (address.length != IPV6 || address[10] != -1 || address[11] != -1) {
      return address;
    }
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    byte[] last = new byte[IPV4];
    System.arraycopy(address, MAPPED, last, 0, IPV4);
    return last;
  }

  /** Whether an address lies in one of them. */
  public boolean contains(InetSocketAddress address) {
    return contains(address.getAddress());
  }

  /** Whether an address lies in one of them; its zone, if it has one, means nothing. */
  public boolean contains(InetAddress address) {
    if (ranges.isEmpty()) {
      return false;
    }
    byte[] bytes = unmapped(address.getAddress());
    for (int i = 0; i < ranges.size(); i++) {
      if (ranges.get(i).contains(bytes)) {
        return true;
      }
    }
    return false;
  }
}
