package io.weir.standalone;

import io.weir.standalone.home.Access;
import io.weir.standalone.home.Listener;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the verbs that start something print. */
final class Console {

  private final PrintStream out;
  private final Instant began = Instant.now();
  private final Set<String> shown = new HashSet<>();

  Console(PrintStream out) {
    this.out = out;
  }

  static void complain(String message) {
    System.err.println("weir: " + message.replace("\n", "\n      "));
  }

  /** A line for each component that has become ready, or failed, since the last call. */
  synchronized void progress(State state) {
    for (ComponentState component : state.components()) {
      boolean settled = component.phase() == Phase.READY || component.phase() == Phase.FAILED;
      if (settled && shown.add(component.name())) {
        out.printf(
            Locale.ROOT,
            "  %-18s %-7s %5.1f s%n",
            component.name(),
            component.phase().name().toLowerCase(Locale.ROOT),
            seconds(component.since()));
      }
    }
  }

  /**
   * Everything is ready.
   *
   * @param stop how to stop it, with a %s for the command
   */
  void up(Where where, Ports ports, String stop) {
    out.printf(Locale.ROOT, "Weir is up, ready in %.1f s.%n", seconds(Instant.now()));
    say("Management", ports.management() + "  (REST under /v1, console at /)");
    say("Data plane", spaced(ports.addresses(Listener.DATA_PLANE)));
    say("Replicas", spaced(ports.addresses(Listener.DATA_PLANE_ADMIN)) + "  (/replica, /routes)");
    howToLogIn(where, ports);
    out.printf(stop + "%n", where.command("down"));
  }

  /** How to be answered by management. */
  void howToLogIn(Where where, Ports ports) {
    if (ports.access() == Access.NONE) {
      out.println(
          "  NOBODY IS ASKED WHO HE IS (--auth none): whoever reaches this machine's loopback"
              + " address may do everything.");
    } else {
      say("Log in", where.command("open") + "  (console, logged in)");
      say("Admin key", where.home().adminKey() + "  (Authorization: Bearer, ./weir key)");
    }
  }

  private void say(String what, String where) {
    out.printf("  %-12s %s%n", what, where);
  }

  private double seconds(Instant until) {
    return Math.max(0, Duration.between(began, until).toMillis()) / 1e3;
  }

  private static String spaced(List<URI> addresses) {
    return addresses.stream().map(URI::toString).collect(Collectors.joining("  "));
  }
}
