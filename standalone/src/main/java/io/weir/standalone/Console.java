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

  void up(Ports ports) {
    out.printf(Locale.ROOT, "Weir is up, ready in %.1f s.%n", seconds(Instant.now()));
    out.println("  Management   " + ports.management() + "  (REST under /v1, console at /)");
    out.println("  Data plane   " + spaced(ports.addresses(Listener.DATA_PLANE)));
    out.println(
        "  Replicas     "
            + spaced(ports.addresses(Listener.DATA_PLANE_ADMIN))
            + "  (/replica, /routes)");
  }

  /** How to be answered by management. */
  void howToLogIn(Where where, Access access) {
    switch (access) {
      case KEYS -> {
        out.println("  Log in       " + where.command("open") + "  (console, logged in)");
        out.println(
            "  Admin key    " + where.home().adminKey() + "  (Authorization: Bearer, ./weir key)");
      }
      case NONE ->
          out.println(
              "  NOBODY IS ASKED WHO HE IS (--auth none): whoever reaches this machine's loopback"
                  + " address may do everything.");
    }
  }

  private double seconds(Instant until) {
    return Math.max(0, Duration.between(began, until).toMillis()) / 1e3;
  }

  private static String spaced(List<URI> addresses) {
    return String.join("  ", addresses.stream().map(URI::toString).toList());
  }
}
