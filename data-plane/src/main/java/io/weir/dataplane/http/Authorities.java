package io.weir.dataplane.http;

import io.weir.contracts.value.Protocol;

/** What an authority (RFC 3986, 3.2) leaves to its scheme. */
public final class Authorities {
  private Authorities() {}

  /** The port that a URI of this scheme means if it names none. */
  private static int defaultPort(String scheme) {
    boolean encrypted = scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("wss");
    return (encrypted ? Protocol.HTTPS : Protocol.HTTP).usualPort();
  }

  /** The port that an authority names, or that of the scheme if it names none, 1 to 65,535. */
  public static int port(String authority, String scheme) {
    int colon = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']')));
    if (colon < 0 || authority.length() - colon > 6) {
      return defaultPort(scheme);
    }
    int port = 0;
    for (int i = colon + 1; i < authority.length(); i++) {
      int digit = authority.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return defaultPort(scheme);
      }
      port = 10 * port + digit;
    }
    return port == 0 || port > 65_535 ? defaultPort(scheme) : port;
  }

  /** The authority with this port, if it names none and the scheme does not mean it anyway. */
  public static String with(String authority, int port, String scheme) {
    boolean named = authority.indexOf(':', Math.max(0, authority.lastIndexOf(']'))) >= 0;
    return named || port == defaultPort(scheme) ? authority : authority + ":" + port;
  }
}
