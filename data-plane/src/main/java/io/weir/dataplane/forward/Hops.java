package io.weir.dataplane.forward;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which headers end at this hop (RFC 9110, 7.6.1): those that describe the connection, those that
 * the Connection header names, and everything for proxies. The same in both directions.
 */
final class Hops {
  /** What this gateway calls itself in Via. */
  static final String VIA = "1.1 weir";

  /** The transfer codings and trailers a sender understands. */
  static final CharSequence TE = HttpHeaders.createOptimized("te");

  private Hops() {}

  /** Copies the headers of a message that travel on. */
  static void copy(MultiMap from, MultiMap to) {
    Set<String> named = namedByConnection(from);
    for (Map.Entry<String, String> header : from) {
      String name = header.getKey();
      if (!endsHere(name) && (named == null || !named.contains(name.toLowerCase(Locale.ROOT)))) {
        to.add(name, header.getValue());
      }
    }
  }

  /** Whether a header never travels on, in whatever case it is written. */
  static boolean endsHere(String name) {
    return switch (name.length()) {
      case 2 -> name.equalsIgnoreCase("te");
      case 7 -> name.equalsIgnoreCase("upgrade");
      case 10 -> name.equalsIgnoreCase("connection") || name.equalsIgnoreCase("keep-alive");
      case 14 -> name.equalsIgnoreCase("http2-settings");
      case 17 -> name.equalsIgnoreCase("transfer-encoding");
      default -> name.regionMatches(true, 0, "proxy-", 0, 6);
    };
  }

  /** The lower-case names that Connection nominates, or null if there are none to care about. */
  private static @Nullable Set<String> namedByConnection(MultiMap headers) {
    String first = headers.get(HttpHeaders.CONNECTION);
    if (first == null) {
      return null;
    }
    List<String> values = headers.getAll(HttpHeaders.CONNECTION);
    if (values.size() == 1
        && (first.equalsIgnoreCase("keep-alive") || first.equalsIgnoreCase("close"))) {
      return null;
    }
    Set<String> named = new HashSet<>();
    for (String value : values) {
      for (String name : value.split(",", -1)) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    // naming one of these does not make it a property of the connection (RFC 9110, 7.6.1)
    named.remove("content-length");
    named.remove("host");
    return named;
  }

  /** Whether the sender closes the connection after this message. */
  static boolean closes(MultiMap headers) {
    String connection = headers.get(HttpHeaders.CONNECTION);
    if (connection == null || connection.equalsIgnoreCase("keep-alive")) {
      return false;
    }
    Set<String> named = namedByConnection(headers);
    return named == null || named.contains("close");
  }

  /** Whether the sender understands trailers, the one thing in TE that a gateway passes on. */
  static boolean takesTrailers(MultiMap headers) {
    String te = headers.get(TE);
    if (te == null) {
      return false;
    }
    for (String coding : te.split(",", -1)) {
      if (coding.strip().equalsIgnoreCase("trailers")) {
        return true;
      }
    }
    return false;
  }
}
