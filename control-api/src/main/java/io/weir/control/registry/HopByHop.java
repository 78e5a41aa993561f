package io.weir.control.registry;

import io.vertx.core.MultiMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Headers that are between two neighbours only (RFC 9110 7.6.1). */
final class HopByHop {
  private static final Set<String> ALWAYS =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private HopByHop() {}

  /** Copies all other headers, replacing those of the same name. */
  static void copy(MultiMap from, MultiMap to) {
    Set<String> dropped = new HashSet<>(ALWAYS);
    for (String line : from.getAll("Connection")) {
      for (String name : line.split(",", -1)) {
        dropped.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    for (String name : from.names()) {
      if (!dropped.contains(name.toLowerCase(Locale.ROOT))) {
        to.set(name, from.getAll(name));
      }
    }
  }
}
