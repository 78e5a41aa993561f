package io.weir.standalone.platform;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.standalone.home.Access;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Component.Attempt;
import io.weir.standalone.process.Component.Stage;
import io.weir.stores.KafkaServer;
import io.weir.stores.PostgresServer;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one Weir consists of. */
public record Platform(Home home, Ports ports, Programs programs) {

  private static final String POSTGRES = Listener.POSTGRES.component();
  private static final String KAFKA = Listener.KAFKA.component();

  static final List<Listener> SERVICES =
      List.of(Listener.INSTANCE_REGISTRY, Listener.CONTROL_API, Listener.CONFIG_PROJECTOR);

  /** Everything, in the order in which it is shown. */
  public List<Component> components() {
    List<Component> all = new ArrayList<>(stores());
    SERVICES.forEach(service -> all.add(service(service)));
    for (int replica = 0; replica < ports.replicas(); replica++) {
      URI ready = admin(replica).resolve("/health/ready");
      all.add(dataPlane(replica, () -> isGood(Answer.probe(ready))));
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
            () -> PostgresServer.isReady(postgres.data()),
            () -> ""),
        kafka());
  }

  /** What starts without the rest: the broker, and a replica that has nothing to serve yet. */
  public List<Component> rehearsal() {
    URI replica = admin(0);
    return List.of(kafka(), dataPlane(0, () -> Answer.probe(replica).status() > 0));
  }

  private Component kafka() {
    Path data = home.data(KAFKA);
    int port = ports.of(Listener.KAFKA);
    List<String> arguments =
        List.of(data.toString(), "" + port, "" + ports.of(Listener.KAFKA_CONTROLLER));
    return new Component(
        KAFKA,
        Stage.KAFKA,
        port,
        Set.of(),
        () -> new ProcessBuilder(programs.kafka(arguments)),
        () -> KafkaServer.isReady(data),
        () -> "");
  }

  private Component service(Listener listener) {
    URI ready = ports.address(listener).resolve("/q/health/ready");
    return new Component(
        listener.component(),
        Stage.SERVICE,
        ports.of(listener),
        Set.of(POSTGRES),
        () -> serviceProgram(listener),
        () -> isGood(Answer.probe(ready)),
        () -> complaints(Answer.probe(ready).body()));
  }

  private ProcessBuilder serviceProgram(Listener listener) throws IOException {
    ProcessBuilder program = new ProcessBuilder(programs.service(listener.component()));
    Map<String, String> environment = program.environment();
    environment.put("WEIR_POSTGRES_HOST", "127.0.0.1");
    environment.put("WEIR_POSTGRES_PORT", Integer.toString(ports.of(Listener.POSTGRES)));
    environment.put("WEIR_POSTGRES_DATABASE", PostgresServer.DATABASE);
    environment.put("WEIR_POSTGRES_USER", PostgresServer.USER);
    environment.put("WEIR_POSTGRES_PASSWORD", PostgresServer.PASSWORD);
    environment.put("WEIR_KAFKA_BOOTSTRAP_SERVERS", ports.kafkaBootstrap());
    environment.put("WEIR_HTTP_HOST", ports.host());
    environment.put("WEIR_HTTP_PORT", Integer.toString(ports.of(listener)));
    environment.put("WEIR_AUTH", ports.access().toString());
    environment.put("WEIR_REGISTRY_URL", ports.address(Listener.INSTANCE_REGISTRY).toString());
    environment.put("WEIR_DATA_PLANE_ORIGIN", "http://localhost:" + ports.of(Listener.DATA_PLANE));
    environment.put("WEIR_ALLOW_LOCAL_NODES", "true");
    if (listener == Listener.CONTROL_API) {
      environment.put("WEIR_LEDGER_SIGNER_DIRECTORY", home.data("proof").toString());
      if (ports.access() == Access.KEYS) {
        environment.put("WEIR_ADMIN_KEY_FILE", home.adminKey().toString());
      }
    }
    return program;
  }

  private Component dataPlane(int replica, Attempt<Boolean> health) {
    String name = "data-plane-" + replica;
    int port = ports.of(Listener.DATA_PLANE) + replica;
    URI admin = admin(replica);
    List<String> arguments =
        List.of(
            "--host=" + ports.host(),
            "--port=" + port,
            "--admin-port=" + admin.getPort(),
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
        health,
        () -> standing(Answer.probe(admin.resolve("/replica"))));
  }

  private URI admin(int replica) {
    return ports.addresses(Listener.DATA_PLANE_ADMIN).get(replica);
  }

  private static boolean isGood(Answer answer) {
    return answer.status() == HttpURLConnection.HTTP_OK;
  }

  private static String standing(Answer replica) {
    String reason = replica.text("reason");
    return "position %s, %s%s"
        .formatted(
            replica.body().path("position").asText("?"),
            replica.body().path("state").asText("?"),
            reason.isEmpty() ? "" : ": " + reason);
  }

  /** What the checks of a service's readiness complain of, down or not. */
  static String complaints(JsonNode readiness) {
    List<String> complaints = new ArrayList<>();
    for (JsonNode check : readiness.path("checks")) {
      JsonNode data = check.path("data");
      String reason = data.path("reason").asText(data.path("failure").asText(""));
      if (!reason.isEmpty()) {
        complaints.add(check.path("name").asText() + ": " + reason);
      }
    }
    return String.join("; ", complaints);
  }
}
