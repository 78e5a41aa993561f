package io.weir.standalone;

import io.weir.standalone.home.Ports;
import io.weir.standalone.platform.Addresses;
import io.weir.standalone.platform.Progress;
import java.io.PrintStream;
import java.net.URI;
import java.util.List;

/** What verbs print in common. */
final class Console {

  private Console() {}

  static PrintStream out() {
    return System.out;
  }

  static void complain(String message) {
    System.err.println("weir: " + message.replace("\n", "\n      "));
  }

  static Progress progress() {
    java.io.Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    return new Progress(out(), terminal && !"dumb".equals(System.getenv("TERM")));
  }

  static void printAddresses(Ports ports) {
    Addresses addresses = new Addresses(ports);
    out().println("  Management   " + addresses.management() + "  (REST under /v1, console at /)");
    out().println("  Data plane   " + spaced(addresses.dataPlane()));
    out().println("  Node admin   " + spaced(addresses.dataPlaneAdmin()) + "  (/replica, /routes)");
  }

  private static String spaced(List<URI> uris) {
    return String.join("  ", uris.stream().map(Object::toString).toList());
  }
}
