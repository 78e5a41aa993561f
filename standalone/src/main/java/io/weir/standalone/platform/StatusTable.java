package io.weir.standalone.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Leftovers;
import io.weir.standalone.process.Status;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints what runs, asking every component itself rather than believing the launcher. */
public final class StatusTable {

  /** What to tell a shell. */
  public enum Verdict {
    ALL_UP,
    PARTLY_UP,
    NOT_RUNNING
  }

  private static final String ROW = "%-18s %-11s %8s %6s %9s  %s%n";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int TIMEOUT_MILLIS = 1000;

  private final Home home;
  private final PrintStream out;

  public StatusTable(Home home, PrintStream out) {
    this.home = home;
    this.out = out;
  }

  /** Prints the table, or one line when nothing runs. */
  public Verdict print() throws IOException, InterruptedException {
    List<Leftovers.Leftover> processes = new Leftovers(home.run()).find();
    if (!Background.isUp(home)) {
      return withoutLauncher(processes);
    }
    Board board = Board.read(home.board());
    if (board.statuses().isEmpty()) {
      out.println("Weir is just starting or stopping.");
      return Verdict.PARTLY_UP;
    }
    Probes probes = new Probes(Ports.load(home.ports()));
    out.printf(ROW, "COMPONENT", "STATE", "PID", "PORT", "SINCE", "");
    boolean allUp = true;
    for (Status status : board.statuses()) {
      allUp &= printRow(status, probes);
    }
    printOthers(processes, board);
    return allUp ? Verdict.ALL_UP : Verdict.PARTLY_UP;
  }

  private Verdict withoutLauncher(List<Leftovers.Leftover> processes) {
    if (processes.isEmpty()) {
      out.println("Weir is not running here. Start it with ./weir up or ./weir demo.");
      return Verdict.NOT_RUNNING;
    }
    out.println("The launcher is gone, but these processes of it still run:");
    processes.forEach(
        left -> out.printf("  %-18s process %d%n", left.component(), left.process().pid()));
    out.println("./weir up stops them and starts anew; ./weir down only stops them.");
    return Verdict.PARTLY_UP;
  }

  private boolean printRow(Status status, Probes probes) throws InterruptedException {
    boolean healthy = status.state() == Status.State.READY && answers(probes, status.component());
    String word =
        status.state() == Status.State.READY && !healthy
            ? "NOT READY"
            : status.state().name().toLowerCase(Locale.ROOT);
    out.printf(
        ROW,
        status.component(),
        word,
        status.pid() == 0 ? "-" : Long.toString(status.pid()),
        status.port(),
        age(status.since()),
        remarks(status, probes));
    return healthy;
  }

  private void printOthers(List<Leftovers.Leftover> processes, Board board) {
    Set<String> shown =
        board.statuses().stream().map(Status::component).collect(Collectors.toSet());
    for (Leftovers.Leftover other : processes) {
      if (!shown.contains(other.component())) {
        String since = other.process().info().startInstant().map(StatusTable::age).orElse("-");
        out.printf(
            ROW, other.component(), "running", other.process().pid(), "-", since, "of the demo");
      }
    }
  }

  private static String remarks(Status status, Probes probes) {
    String restarts = status.restarts() == 0 ? "" : status.restarts() + " restarts ";
    return status.component().startsWith("data-plane")
        ? restarts + replica(probes.admin(status.component(), "/replica"))
        : restarts;
  }

  private static String replica(URI uri) {
    try {
      URLConnection connection = uri.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try (InputStream in = connection.getInputStream()) {
        JsonNode replica = JSON.readTree(in);
        return "position %s, %s"
            .formatted(
                replica.path("position").asText("?"),
                replica.path("state").asText("?").toLowerCase(Locale.ROOT));
      }
    } catch (IOException unreachable) {
      return "";
    }
  }

  private static boolean answers(Probes probes, String component) throws InterruptedException {
    try {
      return probes.health(component).ready();
    } catch (IOException unreachable) {
      return false;
    }
  }

  private static String age(Instant since) {
    Duration age = Duration.between(since, Instant.now());
    if (age.toHours() > 0) {
      return age.toHours() + "h" + age.toMinutesPart() + "m";
    }
    return age.toMinutes() > 0
        ? age.toMinutes() + "m" + age.toSecondsPart() + "s"
        : Math.max(0, age.toSeconds()) + "s";
  }
}
