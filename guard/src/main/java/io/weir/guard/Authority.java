package io.weir.guard;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The host and port of a {@code Host} header or an origin (RFC 3986, 3.2).
 *
 * @param host in lower case; an IPv6 address has its brackets
 * @param port -1 if none is given
 */
record Authority(String host, int port) {
  private static final Pattern SYNTAX =
      Pattern.compile("(?<host>\\[[0-9a-f:.]+]|[a-z0-9._-]+)(?::(?<port>[0-9]{1,5}))?");
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(?:\\." + OCTET + "){3}");

  /** Empty if the text is no host with an optional port. */
  static Optional<Authority> of(String text) {
    var matcher = SYNTAX.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String port = matcher.group("port");
    return Optional.of(
        new Authority(matcher.group("host"), port == null ? -1 : Integer.parseInt(port)));
  }

  /** Whether the host is an IP address, which no name server was asked for. */
  boolean isAddress() {
    return host.startsWith("[") || IPV4.matcher(host).matches();
  }

  /** The same with the port that goes without saying in a scheme. */
  Authority withPort(String scheme) {
    return port >= 0 ? this : new Authority(host, scheme.equals("https") ? 443 : 80);
  }
}
