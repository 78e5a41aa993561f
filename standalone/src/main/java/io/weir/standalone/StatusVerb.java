package io.weir.standalone;

import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Background;
import io.weir.standalone.platform.Platform;
import io.weir.standalone.process.Component;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  public Integer call() throws IOException, InterruptedException {
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
    Map<String, Component> known =
        new Platform(home, ports, where.programs())
            .components().stream().collect(Collectors.toMap(Component::name, Function.identity()));
    System.out.printf(ROW, "COMPONENT", "STATE", "PID", "PORT", "SINCE", "");
    boolean allUp = true;
    for (ComponentState one : state.components()) {
      Component asked = known.get(one.name());
      boolean up = one.phase() == Phase.READY && (asked == null || asked.isReady());
      String restarts = one.restarts() == 0 ? "" : one.restarts() + " restarts ";
      printRow(one, up, restarts + (asked == null ? "" : asked.says()));
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

  private static String pid(ComponentState component) {
    return component.running().map(process -> "" + process.pid()).orElse("-");
  }
}
