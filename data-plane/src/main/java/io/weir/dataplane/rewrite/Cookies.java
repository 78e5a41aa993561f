package io.weir.dataplane.rewrite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.weir.contracts.value.ConsoleCookie;
import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import java.util.Set;
import java.util.StringJoiner;

/**
 * Cookies without the console's. Where console and gateway are one host on two ports, browsers show
 * both of them the same cookies, and take them from both (RFC 6265, 8.5): no node may learn how to
 * be the user of the console, or make somebody another user of it.
 */
final class Cookies {
  /** What all names of the console's have in them; others may, too. */
  private static final byte[] HINT = "weir".getBytes(US_ASCII);

  private Cookies() {}

  /** Whether what looks like a cookie of the console is among them. */
  static boolean mayHaveConsoles(Headers headers) {
    for (int i = headers.find(HeaderName.COOKIE);
        i >= 0;
        i = headers.find(HeaderName.COOKIE, i + 1)) {
      if (headers.valueHas(i, HINT)) {
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
        String others = from.valueHas(i, HINT) ? others(value) : value;
        if (!others.isEmpty()) {
          to.add(HeaderName.COOKIE, others);
        }
      }
    }
  }

  /** No value has a semicolon, quoted or not (RFC 6265, 4.1.1). */
  private static String others(String cookies) {
    StringJoiner others = new StringJoiner("; ");
    boolean all = true;
    for (String cookie : cookies.split(";", -1)) {
      String pair = cookie.strip();
      if (ConsoleCookie.is(name(pair))) {
        all = false;
      } else if (!pair.isEmpty()) {
        others.add(pair);
      }
    }
    return all ? cookies : others.toString();
  }

  /** Whether an answer's field, a Set-Cookie, makes a browser send a cookie of the console's. */
  static boolean setsConsoles(Headers headers, int field) {
    if (!headers.valueHas(field, HINT)) {
      return false;
    }
    String cookie = headers.value(field);
    int end = cookie.indexOf(';');
    String pair = (end < 0 ? cookie : cookie.substring(0, end)).strip();
    // a cookie without a name is sent as its value alone, which then reads as one that has a name
    while (pair.startsWith("=")) {
      pair = pair.substring(1).strip();
    }
    return ConsoleCookie.is(name(pair));
  }

  private static String name(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0 ? pair : pair.substring(0, equals).strip();
  }
}
