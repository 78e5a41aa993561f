package io.weir.contracts.value;

import java.util.regex.Pattern;

/** The syntax of hosts: RFC 1123 names, dotted IPv4, RFC 4291 IPv6. */
final class HostSyntax {
  private static final Pattern LABEL =
      Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?");
  private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final Pattern DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
  private static final Pattern PIECE = Pattern.compile("[0-9A-Fa-f]{1,4}");

  private HostSyntax() {}

  static boolean isIpv4(String text) {
    String[] octets = text.split("\\.", -1);
    if (octets.length != 4) {
      return false;
    }
    for (String octet : octets) {
      if (!OCTET.matcher(octet).matches() || Integer.parseInt(octet) > 255) {
        return false;
      }
    }
    return true;
  }

  static boolean isIpv6(String text) {
    int gap = text.indexOf("::");
    if (gap < 0) {
      return pieces(text) == 8;
    }
    if (text.indexOf("::", gap + 1) >= 0) {
      return false;
    }
    int head = pieces(text.substring(0, gap));
    int tail = pieces(text.substring(gap + 2));
    return head >= 0 && tail >= 0 && head + tail <= 7 && !text.substring(0, gap).contains(".");
  }

  /**
   * The number of 16-bit pieces, an embedded IPv4 address at the end counting as two; -1 if
   * malformed.
   */
  private static int pieces(String text) {
    if (text.isEmpty()) {
      return 0;
    }
    String[] parts = text.split(":", -1);
    int count = 0;
    for (int i = 0; i < parts.length; i++) {
      if (i == parts.length - 1 && isIpv4(parts[i])) {
        count += 2;
      } else if (PIECE.matcher(parts[i]).matches()) {
        count++;
      } else {
        return -1;
      }
    }
    return count;
  }

  static boolean isHostName(String text) {
    if (text.isEmpty() || text.length() > 253 || DIGITS_AND_DOTS.matcher(text).matches()) {
      return false;
    }
    for (String label : text.split("\\.", -1)) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return true;
  }

  static boolean isAuthority(String text) {
    int bracket = text.lastIndexOf(']');
    int colon = text.indexOf(':', Math.max(bracket, 0));
    String host = colon < 0 ? text : text.substring(0, colon);
    if (colon >= 0 && !isPort(text.substring(colon + 1))) {
      return false;
    }
    if (host.startsWith("[")) {
      return host.endsWith("]") && isIpv6(host.substring(1, host.length() - 1));
    }
    return isIpv4(host) || isHostName(host);
  }

  private static boolean isPort(String text) {
    return text.length() <= 5
        && PORT_DIGITS.matcher(text).matches()
        && Integer.parseInt(text) >= 1
        && Integer.parseInt(text) <= 65_535;
  }

  private static final Pattern PORT_DIGITS = Pattern.compile("[0-9]{1,5}");
}
