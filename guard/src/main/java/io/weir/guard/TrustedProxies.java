package io.weir.guard;

import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Checks whose {@code X-Forwarded-*} headers are believed. Quarkus takes what is no CIDR block for
 * a host name, and asks the name server for it at every request, with a socket that it never
 * closes.
 */
final class TrustedProxies {
  static final String SETTING = "quarkus.http.proxy.trusted-proxies";

  private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(?:\\.[0-9]{1,3}){3}/[0-9]{1,2}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/[0-9]{1,3}");

  private TrustedProxies() {}

  /**
   * Does nothing if all of them are CIDR blocks.
   *
   * @throws IllegalArgumentException if one is not, with the block that an address is
   */
  static void check(Collection<String> proxies) {
    for (String proxy : proxies) {
      String block = proxy.strip();
      if (!IPV4.matcher(block).matches() && !IPV6.matcher(block).matches()) {
        throw new IllegalArgumentException(
            "WEIR_TRUSTED_PROXIES lists CIDR blocks; \"%s\" is none: write an address as 192.0.2.1/32 or 2001:db8::1/128"
                .formatted(proxy));
      }
    }
  }
}
