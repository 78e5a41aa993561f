package io.weir.dataplane.nodes;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of hosts(5), in lower case, with all addresses that the file gives them. A host that
 * says nothing of {@code localhost} means the loopback addresses (RFC 6761, 6.3).
 */
record Hosts(Map<String, List<InetAddress>> addresses) {
  private static final List<InetAddress> LOOPBACK =
      List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

  /** That of a host without the file. */
  static final Hosts NONE = parse(List.of());

  /** Reads the lines of a file and skips what it does not understand. */
  static Hosts parse(List<String> lines) {
    Map<String, Set<InetAddress>> found = new HashMap<>();
    for (String line : lines) {
      int comment = line.indexOf('#');
      String[] words = (comment < 0 ? line : line.substring(0, comment)).strip().split("\\s+");
      if (words.length < 2) {
        continue;
      }
      try {
        InetAddress address = InetAddress.ofLiteral(words[0]);
        for (int i = 1; i < words.length; i++) {
          found
              .computeIfAbsent(words[i].toLowerCase(Locale.ROOT), _ -> new LinkedHashSet<>())
              .add(address);
        }
      } catch (IllegalArgumentException e) {
        System.getLogger(Hosts.class.getName())
            .log(System.Logger.Level.DEBUG, () -> line + ": " + e.getMessage());
      }
    }
    Map<String, List<InetAddress>> addresses = new HashMap<>();
    found.forEach((name, all) -> addresses.put(name, List.copyOf(new ArrayList<>(all))));
    addresses.putIfAbsent("localhost", LOOPBACK);
    return new Hosts(Map.copyOf(addresses));
  }

  /** The addresses of a name, none if the file does not know it. */
  List<InetAddress> of(String name) {
    return addresses.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
