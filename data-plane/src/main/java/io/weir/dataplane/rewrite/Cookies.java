package io.weir.dataplane.rewrite;

import io.weir.contracts.value.ConsoleCookie;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringJoiner;

/**
 * The cookies of a request without the console's. Where console and gateway are one host on two
 * ports, browsers show both of them the same cookies (RFC 6265, 8.5); no node may learn how to be
 * the user of the console.
 */
final class Cookies {
  private static final byte[] NAME = ConsoleCookie.NAME.getBytes(StandardCharsets.US_ASCII);

  private Cookies() {}

  /** Whether what looks like the console's cookie is among them. */
  static boolean mayHaveConsoles(Headers headers) {
    for (int i = headers.find(HeaderName.COOKIE);
        i >= 0;
        i = headers.find(HeaderName.COOKIE, i + 1)) {
      if (headers.valueHas(i, NAME)) {
        return true;
      }
    }
    return false;
  }

  /** Adds all others, in as many fields as they came in; a field without any is left out. */
  static void passOthers(Headers from, Headers to) {
    Set<String> named = Hops.namedByConnection(from);
    for (int i = from.find(HeaderName.COOKIE); i >= 0; i = from.find(HeaderName.COOKIE, i + 1)) {
      if (named == null || !Hops.names(named, from, i)) {
        String value = from.value(i);
        String others = from.valueHas(i, NAME) ? others(value) : value;
        if (!others.isEmpty()) {
          to.add(HeaderName.COOKIE, others);
        }
      }
    }
  }

  /** No value has a semicolon, quoted or not (RFC 6265, 4.1.1). */
  private static String others(String cookies) {
    StringJoiner others = new StringJoiner("; ");
    for (String cookie : cookies.split(";", -1)) {
      String pair = cookie.strip();
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals).strip();
      if (!pair.isEmpty() && !name.equals(ConsoleCookie.NAME)) {
        others.add(pair);
      }
    }
    return others.toString();
  }
}
