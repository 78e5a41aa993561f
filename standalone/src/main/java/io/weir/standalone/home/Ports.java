package io.weir.standalone.home;

import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * The address and ports of one Weir. Every port is 1 to 65535 and wanted once; the complaint about
 * another, an IllegalArgumentException, names the component and its option.
 *
 * @param host the IP address HTTP servers listen on; PostgreSQL and Kafka listen on 127.0.0.1 alone
 * @param access whom management answers there
 * @param replicas number of replicas, 1 to 50
 * @param of the port of each listener; replica i has the port plus i
 */
public record Ports(String host, Access access, int replicas, Map<Listener, Integer> of) {

  /** One port, who listens on it, on which address, and the option that moves it. */
  record Use(int port, String component, String host, String option) {}

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_REPLICAS = 50;

  public Ports(String host, Access access, int replicas, Map<Listener, Integer> of) {
    this.host = host;
    // an earlier launcher did not write it down
    this.access = access == null ? Access.KEYS : access;
    this.replicas = replicas;
    this.of = Map.copyOf(of);
    if (replicas < 1 || replicas > MAX_REPLICAS) {
      throw new IllegalArgumentException(
          "--replicas must be 1 to " + MAX_REPLICAS + ", not " + replicas);
    }
    Map<Integer, Use> taken = new HashMap<>();
    for (Use use : uses()) {
      if (use.port() < 1 || use.port() > 65535) {
        throw new IllegalArgumentException(
            "%s: port %d of %s must be 1 to 65535"
                .formatted(use.option(), use.port(), use.component()));
      }
      Use other = taken.put(use.port(), use);
      if (other != null) {
        throw new IllegalArgumentException(
            "port %d is wanted twice: by %s (%s) and by %s (%s)"
                .formatted(
                    use.port(), other.component(), other.option(), use.component(), use.option()));
      }
    }
  }

  /** The port of the listener, of replica 0 where each has one. */
  public int of(Listener listener) {
    return Objects.requireNonNull(of.get(listener), listener::name);
  }

  /** The options that make these. */
  public List<String> arguments() {
    List<String> all = new ArrayList<>();
    all.addAll(List.of("--host=" + host, "--auth=" + access, "--replicas=" + replicas));
    of.forEach((listener, port) -> all.add(listener.option + "=" + port));
    return all;
  }

  public String kafkaBootstrap() {
    return LOOPBACK + ":" + of(Listener.KAFKA);
  }

  /** The one origin of REST API and console. */
  public URI management() {
    URI address = address(Listener.CONTROL_API);
    return address.getHost().equals(LOOPBACK)
        ? URI.create("http://localhost:" + address.getPort())
        : address;
  }

  /** Where a client on this machine finds the listener, of replica 0 where each has one. */
  public URI address(Listener listener) {
    return addresses(listener).getFirst();
  }

  /** Likewise of every replica. */
  public List<URI> addresses(Listener listener) {
    String reachable = InetAddress.ofLiteral(host).isAnyLocalAddress() ? LOOPBACK : host;
    String origin = reachable.contains(":") ? "http://[%s]:" : "http://%s:";
    return IntStream.range(of(listener), of(listener) + count(listener))
        .mapToObj(port -> URI.create(origin.formatted(reachable) + port))
        .toList();
  }

  List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    for (Listener listener : Listener.values()) {
      for (int replica = 0; replica < count(listener); replica++) {
        uses.add(
            new Use(
                of(listener) + replica,
                listener.component() + (listener.isOfEachReplica() ? "-" + replica : ""),
                listener.isStore() ? LOOPBACK : host,
                listener.option));
      }
    }
    return uses;
  }

  private int count(Listener listener) {
    return listener.isOfEachReplica() ? replicas : 1;
  }
}
