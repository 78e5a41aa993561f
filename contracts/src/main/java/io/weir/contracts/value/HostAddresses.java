package io.weir.contracts.value;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that lead to a host itself and its link, where administration ports and the
 * metadata services of clouds live, or to no single host: a gateway that anybody may configure must
 * not be a way into them. An IPv6 address that a translator or tunnel would take to an IPv4 one is
 * judged as that one, too.
 */
public final class HostAddresses {
  /** This host and its link, and what is not one host (RFC 6890; RFC 4291, 2.4). */
  private static final AddressRanges LOCAL =
      AddressRanges.of(
          "0.0.0.0/8, 127.0.0.0/8, 169.254.0.0/16, 224.0.0.0/4, 255.255.255.255,"
              + " ::/128, ::1/128, fe80::/10, ff00::/8"
              // NAT64 of a network, which may put IPv4 anywhere in it (RFC 8215)
              + ", 64:ff9b:1::/48");

  /** Metadata services outside the link-local range: of AWS, Alibaba, Oracle and Azure. */
  private static final AddressRanges METADATA =
      AddressRanges.of("fd00:ec2::254, 100.100.100.200, 192.0.0.192, 168.63.129.16");

  /** IPv4 at the end: IPv4-compatible (RFC 4291, 2.5.5.1) and NAT64 (RFC 6052, 2.1). */
  private static final AddressRanges IPV4_LAST = AddressRanges.of("::/96, 64:ff9b::/96");

  /** 6to4: IPv4 behind the first two bytes (RFC 3056, 2). */
  private static final AddressRanges IPV4_THIRD = AddressRanges.of("2002::/16");

  private HostAddresses() {}

  /** Whether an address is one of them, or would lead to one. */
  public static boolean contain(InetAddress address) {
    InetAddress embedded = embedded(address);
    return among(address) || (embedded != null && among(embedded));
  }

  /** Whether a node's address is one of them as it is written; other names are not looked up. */
  public static boolean contain(Address address) {
    String text = address.value();
    if (HostSyntax.isIpv4(text) || HostSyntax.isIpv6(text)) {
      return contain(InetAddress.ofLiteral(text));
    }
    String name = text.toLowerCase(Locale.ROOT);
    // always the loopback interface (RFC 6761, 6.3)
    return name.equals("localhost") || name.endsWith(".localhost");
  }

  /** The IPv4 address that an IPv6 one leads to, or null. */
  public static @Nullable InetAddress embedded(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length == 4) {
      return null;
    }
    if (IPV4_LAST.contains(address)) {
      return ipv4(bytes, 12);
    }
    return IPV4_THIRD.contains(address) ? ipv4(bytes, 2) : null;
  }

  private static boolean among(InetAddress address) {
    return LOCAL.contains(address) || METADATA.contains(address);
  }

  private static InetAddress ipv4(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e); // four bytes are an address
    }
  }
}
