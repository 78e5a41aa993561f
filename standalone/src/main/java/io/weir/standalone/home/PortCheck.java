package io.weir.standalone.home;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks whether ports are free before anything is started, so that the user hears of all at once.
 */
public final class PortCheck {

  private static final String LISTENING = "0A";

  private PortCheck() {}

  /** One line for each port that something else listens on; empty when all are free. */
  public static List<String> complaints(Ports ports) {
    return ports.uses().stream()
        .filter(use -> !isFree(use.host(), use.port()))
        .map(
            use ->
                "port %d is taken%s, and %s wants it (choose another with %s)"
                    .formatted(use.port(), holder(use.port()), use.component(), use.option()))
        .toList();
  }

  /** Whether a server could listen there now. */
  public static boolean isFree(String host, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }

  /** Ports for one replica that nobody listened on a moment ago. */
  public static Ports free() throws IOException {
    Map<Listener, Integer> ports = new EnumMap<>(Listener.class);
    for (Listener listener : Listener.values()) {
      int port;
      do {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
          port = socket.getLocalPort();
        }
      } while (ports.containsValue(port));
      ports.put(listener, port);
    }
    return new Ports(InetAddress.getLoopbackAddress().getHostAddress(), Access.KEYS, 1, ports);
  }

  /**
   * Names the process that listens there, such as {@code by process 4711 (nginx)}; empty where the
   * system does not let us see it (only Linux does, for the same user).
   */
  private static String holder(int port) {
    Set<Path> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      try (Stream<String> lines = Files.lines(Path.of(table))) {
        lines
            .map(line -> line.trim().split("\\s+"))
            .filter(column -> column.length > 9 && column[3].equals(LISTENING))
            .filter(column -> column[1].endsWith(":%04X".formatted(port)))
            .forEach(column -> sockets.add(Path.of("socket:[" + column[9] + "]")));
      } catch (IOException noSuchTable) {
        // the message then names the port alone
      }
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holdsAny(process, sockets))
        .findFirst()
        .map(
            process -> {
              String command = process.info().command().orElse("?");
              return " by process %d (%s)".formatted(process.pid(), Path.of(command).getFileName());
            })
        .orElse("");
  }

  private static boolean holdsAny(ProcessHandle process, Set<Path> sockets) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(process.pid()), "fd"))) {
      return open.anyMatch(
          file -> {
            try {
              return sockets.contains(Files.readSymbolicLink(file));
            } catch (IOException closedMeanwhile) {
              return false;
            }
          });
    } catch (IOException anotherUsersOrGone) {
      return false;
    }
  }
}
