package io.weir.standalone.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Names the process that listens on a port, where the system lets us see it (Linux, same user). */
final class PortHolder {

  private static final String LISTENING = "0A";

  private PortHolder() {}

  /** Pid and program, such as {@code process 4711 (nginx)}. */
  static Optional<String> of(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      collectListening(Path.of(table), port, sockets);
    }
    return sockets.isEmpty() ? Optional.empty() : processWith(sockets);
  }

  private static void collectListening(Path table, int port, Set<String> sockets) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .map(line -> line.trim().split("\\s+"))
          .filter(column -> column.length > 9)
          .filter(column -> column[1].endsWith(suffix) && column[3].equals(LISTENING))
          .forEach(column -> sockets.add("socket:[" + column[9] + "]"));
    } catch (IOException notLinux) {
      // Without the table nothing is known; the message then names the port alone.
    }
  }

  private static Optional<String> processWith(Set<String> sockets) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), sockets))
        .findFirst()
        .map(PortHolder::describe);
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (Stream<Path> open = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
      return open.anyMatch(file -> sockets.contains(target(file)));
    } catch (IOException anotherUsersOrGone) {
      return false;
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  private static String describe(ProcessHandle process) {
    String program =
        process.info().command().map(path -> " (" + Path.of(path).getFileName() + ")").orElse("");
    return "process " + process.pid() + program;
  }
}
