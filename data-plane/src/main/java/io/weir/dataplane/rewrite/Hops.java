package io.weir.dataplane.rewrite;

import io.weir.dataplane.http.HeaderName;
import io.weir.dataplane.http.Headers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which headers end at this hop (RFC 9110, 7.6.1): those that describe the connection, those that
 * the Connection header names, and everything for proxies. The same in both directions. What a
 * trusted proxy says of the client does not end here: a client may have got at its Connection.
 */
final class Hops {
  private Hops() {}

  /** Which fields a direction rewrites itself, or leaves out. */
  interface Rewritten {
    boolean has(HeaderName name, Headers from, int field);
  }

  /** Copies the headers of a message that travel on, but those that are rewritten. */
  static void copy(Headers from, Headers to, Rewritten rewritten) {
    Set<String> named = namedByConnection(from);
    int size = from.size();
    int run = 0;
    for (int i = 0; i < size; i++) {
      HeaderName name = from.name(i);
      boolean ends =
          endsHere(name)
              || rewritten.has(name, from, i)
              || named != null && name != HeaderName.CLAIM && names(named, from, i);
      if (ends) {
        to.addAll(from, run, i);
        run = i + 1;
      }
    }
    to.addAll(from, run, size);
  }

  /** Whether a field is one of those that {@link #namedByConnection} gave. */
  static boolean names(Set<String> named, Headers headers, int field) {
    return named.contains(headers.nameText(field).toLowerCase(Locale.ROOT));
  }

  private static boolean endsHere(HeaderName name) {
    return switch (name) {
      case TE, UPGRADE, CONNECTION, KEEP_ALIVE, HTTP2_SETTINGS, TRANSFER_ENCODING, PROXY -> true;
      default -> false;
    };
  }

  /** The lower-case names that Connection nominates, or null if there are none to care about. */
  static @Nullable Set<String> namedByConnection(Headers headers) {
    int field = headers.find(HeaderName.CONNECTION);
    if (field < 0) {
      return null;
    }
    boolean single = headers.find(HeaderName.CONNECTION, field + 1) < 0;
    if (single && (headers.valueIs(field, "keep-alive") || headers.valueIs(field, "close"))) {
      return null;
    }
    Set<String> named = new HashSet<>();
    for (; field >= 0; field = headers.find(HeaderName.CONNECTION, field + 1)) {
      for (String name : headers.value(field).split(",", -1)) {
        named.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    // naming one of these does not make it a property of the connection (RFC 9110, 7.6.1)
    named.remove("content-length");
    named.remove("host");
    return named;
  }

  /** All values of a list field as one, with one more behind them. */
  static String appended(Headers headers, HeaderName name, String value) {
    StringBuilder list = new StringBuilder(64);
    for (int i = headers.find(name); i >= 0; i = headers.find(name, i + 1)) {
      list.append(headers.value(i)).append(", ");
    }
    return list.append(value).toString();
  }
}
