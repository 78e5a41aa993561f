package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where one case takes place.
 *
 * @param directory for configurations and logs
 * @param gatewayCore the only core of a gateway, -1 for any
 * @param loadCore the only core of backends and load, -1 for any
 * @param backendPorts of the upstream's nodes, on the loopback interface
 */
record Site(Case of, Path directory, int gatewayCore, int loadCore, List<Integer> backendPorts) {
  /** The Host that every request has; Weir finds the service by it. */
  static final String HOST = "service-00000000.bench";

  /** Before every path: the environment of the service. */
  static final String PREFIX = "/release";

  /** So many free ports. */
  static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** {@code 127.0.0.1:port} of every node. */
  List<String> nodes() {
    return backendPorts.stream().map(port -> "127.0.0.1:" + port).toList();
  }

  /** Every path that is asked for, in an order in which neighbours are far apart. */
  List<String> paths() {
    int stride = of.routes() > 7_919 ? 7_919 : 1; // a prime, so that every route has its turn
    return IntStream.range(0, of.routes())
        .mapToObj(i -> PREFIX + Case.path((int) ((long) i * stride % of.routes())) + "/item")
        .toList();
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  /** Writes a configuration. */
  Path write(String name, CharSequence content) throws IOException {
    return Files.writeString(file(name), content);
  }

  /** Certificate and key for HTTPS to clients, PEM. */
  Certificate certificate() throws IOException, InterruptedException {
    return Certificate.in(directory);
  }

  /** Starts a process whose output goes to a file. */
  Process start(int core, String log, List<String> command) throws IOException {
    Path output = file(log);
    return new ProcessBuilder(Machine.pinned(core, command))
        .redirectErrorStream(true)
        .redirectOutput(output.toFile())
        .start();
  }

  /** The end of what the process that wrote last has written, before this directory is deleted. */
  String lastWords() throws IOException {
    Path newest = null;
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".log")).toList()) {
        boolean later =
            newest == null
                || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(newest)) > 0;
        if (Files.size(file) > 0 && later) {
          newest = file;
        }
      }
    }
    if (newest == null) {
      return "without a word";
    }
    String text = Files.readString(newest);
    return text.substring(Math.max(0, text.length() - 500)).strip();
  }

  /** A stream into a file of this site. */
  OutputStream create(String name) throws IOException {
    return Files.newOutputStream(file(name));
  }
}
