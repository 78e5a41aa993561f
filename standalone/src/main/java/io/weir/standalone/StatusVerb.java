package io.weir.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.standalone.home.Access;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.Platform;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code weir status}: asks every component itself rather than believing the launcher. */
@Command(
    name = "status",
    description = {
      "Shows what runs, where, and what the replicas have applied.",
      "Exit code: 0 all up, 1 partly, 3 not running."
    })
final class StatusVerb implements Callable<Integer> {

  private static final String ROW = "%-18s %-11s %8s %6s %9s  %s%n";

  @Mixin private Where where = new Where();

  @Override
  public Integer call() throws IOException {
    Home home = where.home();
    State state = State.read(home.state());
    Ports ports = state.ports();
    if (!new Background(home).isUp()) {
      return withoutLauncher(Processes.running(home));
    }
    if (ports == null) {
      System.out.println("Weir is just starting or stopping.");
      return Weir.FAILED;
    }
    // health is for everybody
    List<Component> known = new Platform(home, ports, where.programs(), Access.KEYS).components();
    System.out.printf(ROW, "COMPONENT", "STATE", "PID", "PORT", "SINCE", "");
    boolean allUp = true;
    for (ComponentState component : state.components()) {
      boolean up =
          component.phase() == Phase.READY
              && known.stream()
                  .filter(one -> one.name().equals(component.name()))
                  .allMatch(Component::isReady);
      String restarts = component.restarts() == 0 ? "" : component.restarts() + " restarts ";
      printRow(component, up, restarts + remarks(component, ports));
      allUp &= up;
    }
    for (ComponentState backend : State.read(home.demoState()).components()) {
      if (backend.running().isPresent()) {
        printRow(backend, true, "of the demo");
      }
    }
    return allUp ? Weir.OK : Weir.FAILED;
  }

  private int withoutLauncher(List<ComponentState> left) {
    if (left.isEmpty()) {
      System.out.printf(
          "Weir is not running here. Start it with %s or %s.%n",
          where.command("up"), where.command("demo"));
      return Weir.NOT_RUNNING;
    }
    System.out.println("The launcher is gone, but these processes of it still run:");
    left.forEach(one -> System.out.printf("  %-18s process %s%n", one.name(), pid(one)));
    System.out.printf(
        "%s stops them and starts anew; %s only stops them.%n",
        where.command("up"), where.command("down"));
    return Weir.FAILED;
  }

  private static void printRow(ComponentState component, boolean up, String remarks) {
    boolean silent = component.phase() == Phase.READY && !up;
    Duration age = Duration.between(component.since(), Instant.now());
    String since = age.toHours() + "h" + age.toMinutesPart() + "m" + age.toSecondsPart() + "s";
    System.out.printf(
        ROW,
        component.name(),
        silent ? "NOT READY" : component.phase().name().toLowerCase(Locale.ROOT),
        pid(component),
        component.port(),
        since.replaceFirst("^0h(0m)?", ""),
        remarks);
  }

  /** What a component says of itself; empty where it cannot be asked. */
  private static String remarks(ComponentState component, Ports ports) {
    try {
      if (component.name().startsWith(Listener.DATA_PLANE.component())) {
        int number = component.port() - ports.of(Listener.DATA_PLANE);
        return replica(
            answer(ports.addresses(Listener.DATA_PLANE_ADMIN).get(number).resolve("/replica")));
      }
      for (Listener listener : Listener.values()) {
        if (Platform.isService(listener) && listener.component().equals(component.name())) {
          return complaints(answer(ports.address(listener).resolve(Platform.READY)));
        }
      }
      return "";
    } catch (IOException unreachable) {
      return "";
    }
  }

  private static JsonNode answer(URI uri) throws IOException {
    HttpURLConnection connection = Platform.open(uri);
    InputStream body =
        connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
            ? connection.getInputStream()
            : connection.getErrorStream();
    return body == null ? MissingNode.getInstance() : new ObjectMapper().readTree(body);
  }

  private static String replica(JsonNode answer) {
    String reason = answer.path("reason").asText("");
    return "position %s, %s%s"
        .formatted(
            answer.path("position").asText("?"),
            answer.path("state").asText("?"),
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

  private static String pid(ComponentState component) {
    return component.running().map(process -> Long.toString(process.pid())).orElse("-");
  }
}
