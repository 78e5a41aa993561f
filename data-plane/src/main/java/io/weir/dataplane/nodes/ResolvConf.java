package io.weir.dataplane.nodes;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * What resolv.conf(5) says that matters here.
 *
 * @param servers the name servers in the order in which they are asked, at least one
 * @param search the domains that names without enough dots are looked for in
 * @param ndots from how many dots on a name is looked for as it is before that
 */
record ResolvConf(List<InetAddress> servers, List<String> search, int ndots) {
  /** What a host without the file does: the name server on this host. */
  static final ResolvConf LOCAL =
      new ResolvConf(List.of(InetAddress.ofLiteral("127.0.0.1")), List.of(), 1);

  private static final int MOST_SERVERS = 3;
  private static final int MOST_NDOTS = 15;

  /** Reads the lines of a file and skips what it does not know. */
  static ResolvConf parse(List<String> lines) {
    List<InetAddress> servers = new ArrayList<>();
    List<String> search = List.of();
    int ndots = LOCAL.ndots;
    for (String line : lines) {
      List<String> words = List.of(line.strip().split("\\s+"));
      List<String> values = words.subList(1, words.size());
      switch (words.getFirst()) {
        case "nameserver" -> {
          if (servers.size() < MOST_SERVERS && !values.isEmpty()) {
            addServer(values.getFirst(), servers);
          }
        }
        // of these two, the last one in the file counts
        case "domain", "search" -> search = List.copyOf(values);
        case "options" -> ndots = ndots(values, ndots);
        default -> {}
      }
    }
    return new ResolvConf(servers.isEmpty() ? LOCAL.servers : List.copyOf(servers), search, ndots);
  }

  private static void addServer(String literal, List<InetAddress> servers) {
    if (NetUtil.isValidIpV4Address(literal) || literal.indexOf(':') >= 0) {
      try {
        servers.add(InetAddress.ofLiteral(literal));
      } catch (IllegalArgumentException e) {
        // not an address, or of an interface that is not there: the other servers count
        System.getLogger(ResolvConf.class.getName())
            .log(System.Logger.Level.DEBUG, () -> literal + ": " + e.getMessage());
      }
    }
  }

  private static int ndots(List<String> options, int before) {
    int ndots = before;
    for (String option : options) {
      if (option.matches("ndots:\\d{1,3}")) {
        ndots = Math.min(MOST_NDOTS, Integer.parseInt(option.substring("ndots:".length())));
      }
    }
    return ndots;
  }

  /** The absolute names to ask for, each with its final dot, until one is there. */
  List<String> candidates(String name) {
    if (name.endsWith(".")) {
      return List.of(name);
    }
    List<String> all = new ArrayList<>();
    for (String domain : search) {
      String end = domain.endsWith(".") ? domain : domain + ".";
      all.add(end.equals(".") ? name + "." : name + "." + end);
    }
    boolean first = name.chars().filter(c -> c == '.').count() >= ndots;
    all.remove(name + ".");
    all.add(first ? 0 : all.size(), name + ".");
    return all;
  }
}
