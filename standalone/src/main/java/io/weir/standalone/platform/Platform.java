package io.weir.standalone.platform;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.postgres.EmbeddedPostgres;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Launch;
import io.weir.standalone.process.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one Weir consists of. */
public final class Platform {

  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";
  static final String INSTANCE_REGISTRY = "instance-registry";
  static final String CONTROL_API = "control-api";
  static final String CONFIG_PROJECTOR = "config-projector";
  static final List<String> SERVICES = List.of(INSTANCE_REGISTRY, CONTROL_API, CONFIG_PROJECTOR);

  private static final Set<String> STORES = Set.of(POSTGRES, KAFKA);
  private static final Duration STORE_LIMIT = Duration.ofSeconds(90);
  private static final Duration SERVICE_LIMIT = Duration.ofSeconds(120);

  // The quick compiler alone: these need about two fifths less processor time to start, and what
  // they do then mostly waits for disks and networks. The data plane keeps both compilers.
  private static final List<String> QUICK_JVM =
      List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
  private static final List<String> DATA_PLANE_JVM = List.of("-Xms64m", "-Xmx256m");

  private final Home home;
  private final Ports ports;
  private final Jars jars;
  private final Probes probes;

  public Platform(Home home, Ports ports, Jars jars) {
    this.probes = new Probes(ports);
    this.home = home;
    this.ports = ports;
    this.jars = jars;
  }

  /** Everything, in the order in which it is shown. */
  public List<Component> components() {
    List<Component> all = new ArrayList<>(stores());
    all.add(service(INSTANCE_REGISTRY, ports.instanceRegistry()));
    all.add(service(CONTROL_API, ports.controlApi()));
    all.add(service(CONFIG_PROJECTOR, ports.configProjector()));
    for (int node = 0; node < ports.nodes(); node++) {
      all.add(dataPlane(node));
    }
    return all;
  }

  /** PostgreSQL and Kafka alone. */
  public List<Component> stores() {
    return List.of(postgres(), kafka());
  }

  private Component postgres() {
    EmbeddedPostgres server =
        new EmbeddedPostgres(home.lib(), home.data(POSTGRES), home.log(POSTGRES), ports.postgres());
    return new Component(
        POSTGRES,
        Stage.TRUTH,
        ports.postgres(),
        Set.of(),
        server::prepare,
        probes.health(POSTGRES),
        STORE_LIMIT);
  }

  private Component kafka() {
    List<String> arguments =
        List.of(
            "kafka",
            "--data=" + home.data(KAFKA),
            "--listen=" + ports.kafka(),
            "--controller=" + ports.kafkaController());
    List<String> command = JavaCommand.self(QUICK_JVM, arguments);
    return new Component(
        KAFKA,
        Stage.LOG,
        ports.kafka(),
        Set.of(),
        () -> new Launch(command, Map.of()),
        probes.health(KAFKA),
        STORE_LIMIT);
  }

  private Component service(String name, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("WEIR_POSTGRES_HOST", "127.0.0.1");
    environment.put("WEIR_POSTGRES_PORT", Integer.toString(ports.postgres()));
    environment.put("WEIR_POSTGRES_DATABASE", EmbeddedPostgres.DATABASE);
    environment.put("WEIR_POSTGRES_USER", EmbeddedPostgres.USER);
    environment.put("WEIR_POSTGRES_PASSWORD", EmbeddedPostgres.PASSWORD);
    environment.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrap());
    environment.put("WEIR_HTTP_HOST", ports.host());
    environment.put("WEIR_HTTP_PORT", Integer.toString(port));
    environment.put("WEIR_REGISTRY_URL", probes.http(ports.instanceRegistry(), "").toString());
    List<String> command = JavaCommand.jar(QUICK_JVM, jars.service(name), List.of());
    return new Component(
        name,
        Stage.SERVICE,
        port,
        STORES,
        () -> new Launch(command, environment),
        probes.health(name),
        SERVICE_LIMIT);
  }

  private Component dataPlane(int node) {
    String name = "data-plane-" + node;
    int port = ports.dataPlane() + node;
    List<String> arguments =
        List.of(
            "--host=" + ports.host(),
            "--port=" + port,
            "--admin-port=" + (ports.dataPlaneAdmin() + node),
            "--kafka=" + ports.kafkaBootstrap(),
            "--instance=*",
            "--node-id=" + name,
            "--data-dir=" + home.data(name),
            // the back ends of an experiment run on this very machine
            "--allow-local-nodes=true");
    List<String> command = JavaCommand.jar(DATA_PLANE_JVM, jars.dataPlane(), arguments);
    return new Component(
        name,
        Stage.DATA_PLANE,
        port,
        STORES,
        () -> new Launch(command, Map.of()),
        probes.health(name),
        SERVICE_LIMIT);
  }
}
