package io.weir.standalone.home;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The address and ports of one Weir; {@link #validated()} tells whether they can be used together.
 *
 * @param host the address HTTP servers listen on; PostgreSQL and Kafka listen on 127.0.0.1 alone
 * @param kafkaController what the broker uses to talk to its own controller
 * @param dataPlane traffic port of data-plane node 0; node i has this plus i
 * @param dataPlaneAdmin admin port of data-plane node 0; node i has this plus i
 * @param nodes number of data-plane nodes, 1 to 50
 */
public record Ports(
    String host,
    int postgres,
    int kafka,
    int kafkaController,
    int controlApi,
    int instanceRegistry,
    int configProjector,
    int dataPlane,
    int dataPlaneAdmin,
    int nodes) {

  /** One port, who listens on it, on which address, and the option that moves it. */
  public record Use(int port, String component, String host, String option) {}

  private static final String LOOPBACK = "127.0.0.1";
  private static final int MAX_NODES = 50;

  /**
   * This, when every port is 1 to 65535 and wanted once.
   *
   * @throws IllegalArgumentException naming the component and the option otherwise
   */
  public Ports validated() {
    if (nodes < 1 || nodes > MAX_NODES) {
      throw new IllegalArgumentException("--nodes must be 1 to " + MAX_NODES + ", not " + nodes);
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
    return this;
  }

  /** Every port that is going to be listened on. */
  public List<Use> uses() {
    List<Use> uses = new ArrayList<>();
    uses.add(new Use(postgres, "postgres", LOOPBACK, "--postgres-port"));
    uses.add(new Use(kafka, "kafka", LOOPBACK, "--kafka-port"));
    uses.add(new Use(kafkaController, "kafka", LOOPBACK, "--kafka-controller-port"));
    uses.add(new Use(instanceRegistry, "instance-registry", host, "--registry-port"));
    uses.add(new Use(controlApi, "control-api", host, "--port"));
    uses.add(new Use(configProjector, "config-projector", host, "--projector-port"));
    for (int node = 0; node < nodes; node++) {
      uses.add(new Use(dataPlane + node, "data-plane-" + node, host, "--data-plane-port"));
      uses.add(
          new Use(dataPlaneAdmin + node, "data-plane-" + node, host, "--data-plane-admin-port"));
    }
    return uses;
  }

  /** The address a client on this machine connects to. */
  public String reachableHost() {
    return switch (host) {
      case "0.0.0.0", "::", "[::]" -> LOOPBACK;
      default -> host;
    };
  }

  public String kafkaBootstrap() {
    return LOOPBACK + ":" + kafka;
  }

  public void store(Path file) throws IOException {
    Properties all = new Properties();
    all.setProperty("host", host);
    all.setProperty("postgres", Integer.toString(postgres));
    all.setProperty("kafka", Integer.toString(kafka));
    all.setProperty("kafka-controller", Integer.toString(kafkaController));
    all.setProperty("control-api", Integer.toString(controlApi));
    all.setProperty("instance-registry", Integer.toString(instanceRegistry));
    all.setProperty("config-projector", Integer.toString(configProjector));
    all.setProperty("data-plane", Integer.toString(dataPlane));
    all.setProperty("data-plane-admin", Integer.toString(dataPlaneAdmin));
    all.setProperty("nodes", Integer.toString(nodes));
    try (Writer writer = Files.newBufferedWriter(file)) {
      all.store(writer, null);
    }
  }

  /**
   * @throws IOException when there is no such file
   * @throws IllegalArgumentException when a port is missing from it or is no number
   */
  public static Ports load(Path file) throws IOException {
    Properties all = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      all.load(reader);
    }
    return new Ports(
        all.getProperty("host", LOOPBACK),
        number(all, "postgres"),
        number(all, "kafka"),
        number(all, "kafka-controller"),
        number(all, "control-api"),
        number(all, "instance-registry"),
        number(all, "config-projector"),
        number(all, "data-plane"),
        number(all, "data-plane-admin"),
        number(all, "nodes"));
  }

  private static int number(Properties all, String name) {
    return Integer.parseInt(all.getProperty(name, ""));
  }
}
