package io.weir.standalone.platform;

import io.weir.standalone.home.Access;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Component.Health;
import io.weir.standalone.process.Component.Stage;
import io.weir.stores.KafkaServer;
import io.weir.stores.PostgresServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What one Weir consists of. */
public record Platform(Home home, Ports ports, Programs programs, Access access) {

  static final String POSTGRES = "postgres";
  static final String KAFKA = "kafka";

  /** Where a service says whether it can do its work, and what keeps it from that. */
  public static final String READY = "/q/health/ready";

  private static final List<Listener> SERVICES =
      List.of(Listener.INSTANCE_REGISTRY, Listener.CONTROL_API, Listener.CONFIG_PROJECTOR);

  private static final int PROBE_MILLIS = 2000;

  /** Everything, in the order in which it is shown. */
  public List<Component> components() {
    List<Component> all = new ArrayList<>(stores());
    SERVICES.forEach(service -> all.add(service(service)));
    for (int replica = 0; replica < ports.replicas(); replica++) {
      URI admin = ports.addresses(Listener.DATA_PLANE_ADMIN).get(replica);
      all.add(dataPlane(replica, health(admin.resolve("/health/ready"))));
    }
    return all;
  }

  /** PostgreSQL and Kafka alone. */
  public List<Component> stores() {
    PostgresServer postgres =
        new PostgresServer(
            programs.lib(),
            home.data(POSTGRES),
            home.log(POSTGRES),
            ports.of(Listener.POSTGRES),
            true);
    return List.of(
        new Component(
            POSTGRES,
            Stage.POSTGRES,
            postgres.port(),
            Set.of(),
            postgres::prepare,
            () -> PostgresServer.isReady(postgres.data())),
        kafka());
  }

  /** What starts without the rest: the broker, and a replica that has nothing to serve yet. */
  public List<Component> rehearsal() {
    URI replica = ports.address(Listener.DATA_PLANE_ADMIN);
    return List.of(kafka(), dataPlane(0, () -> status(replica) > 0));
  }

  private Component kafka() {
    Path data = home.data(KAFKA);
    List<String> arguments =
        List.of(
            data.toString(),
            Integer.toString(ports.of(Listener.KAFKA)),
            Integer.toString(ports.of(Listener.KAFKA_CONTROLLER)));
    return new Component(
        KAFKA,
        Stage.KAFKA,
        ports.of(Listener.KAFKA),
        Set.of(),
        () -> new ProcessBuilder(programs.kafka(arguments)),
        () -> KafkaServer.isReady(data));
  }

  /** Whether it is of a management service. */
  public static boolean isService(Listener listener) {
    return SERVICES.contains(listener);
  }

  /** The management services' names. */
  static List<String> services() {
    return SERVICES.stream().map(Listener::component).toList();
  }

  private Component service(Listener listener) {
    return new Component(
        listener.component(),
        Stage.SERVICE,
        ports.of(listener),
        Set.of(POSTGRES),
        () -> serviceProgram(listener),
        health(ports.address(listener).resolve(READY)));
  }

  private ProcessBuilder serviceProgram(Listener listener) throws IOException {
    ProcessBuilder program = new ProcessBuilder(programs.service(listener.component()));
    var environment = program.environment();
    environment.put("WEIR_POSTGRES_HOST", "127.0.0.1");
    environment.put("WEIR_POSTGRES_PORT", Integer.toString(ports.of(Listener.POSTGRES)));
    environment.put("WEIR_POSTGRES_DATABASE", PostgresServer.DATABASE);
    environment.put("WEIR_POSTGRES_USER", PostgresServer.USER);
    environment.put("WEIR_POSTGRES_PASSWORD", PostgresServer.PASSWORD);
    environment.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrap());
    environment.put("WEIR_HTTP_HOST", ports.host());
    environment.put("WEIR_AUTH", access.option());
    if (access == Access.KEYS && listener == Listener.CONTROL_API) {
      environment.put("WEIR_ADMIN_KEY_FILE", home.adminKey().toString());
    }
    environment.put("WEIR_HTTP_PORT", Integer.toString(ports.of(listener)));
    environment.put("WEIR_REGISTRY_URL", ports.address(Listener.INSTANCE_REGISTRY).toString());
    environment.put("WEIR_DATA_PLANE_ORIGIN", "http://localhost:" + ports.of(Listener.DATA_PLANE));
    environment.put("WEIR_ALLOW_LOCAL_NODES", "true");
    if (listener == Listener.CONTROL_API) {
      environment.put("WEIR_LEDGER_SIGNER_DIRECTORY", home.data("proof").toString());
    }
    return program;
  }

  private Component dataPlane(int replica, Health health) {
    String name = "data-plane-" + replica;
    int port = ports.of(Listener.DATA_PLANE) + replica;
    List<String> arguments =
        List.of(
            "--host=" + ports.host(),
            "--port=" + port,
            "--admin-port=" + (ports.of(Listener.DATA_PLANE_ADMIN) + replica),
            "--kafka=" + ports.kafkaBootstrap(),
            "--instance=*",
            "--replica-id=" + name,
            "--data-dir=" + home.data(name),
            // the back ends of an experiment run on this very machine
            "--allow-local-nodes=true");
    return new Component(
        name,
        Stage.DATA_PLANE,
        port,
        Set.of(KAFKA),
        () -> new ProcessBuilder(programs.dataPlane(replica == 0, arguments)),
        health);
  }

  /** A connection for one GET, with two seconds for the answer. */
  public static HttpURLConnection open(URI uri) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(PROBE_MILLIS);
    connection.setReadTimeout(PROBE_MILLIS);
    connection.setUseCaches(false);
    return connection;
  }

  private static Health health(URI uri) {
    return () -> status(uri) == HttpURLConnection.HTTP_OK;
  }

  private static int status(URI uri) throws IOException {
    HttpURLConnection connection = open(uri);
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
