package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A data-plane node that runs from a snapshot file, with access log and metrics on. */
final class WeirGateway implements Gateway {
  /** How a node runs in production, on one core. */
  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final Path JAR =
      Path.of(System.getProperty("weir.root", "."), "data-plane/target/data-plane.jar");

  @Override
  public String name() {
    return "weir";
  }

  @Override
  public String version() {
    return Machine.firstLine(Machine.java(), "-jar", JAR.toString(), "--version");
  }

  @Override
  public Optional<String> missing() {
    return Files.exists(JAR) ? Optional.empty() : Optional.of(JAR + " is not built");
  }

  /** HTTPS to clients, with one certificate for all names. */
  private static List<String> tls(Site site, int port) throws IOException, InterruptedException {
    return List.of(
        "--tls-port",
        Integer.toString(port),
        "--certificates",
        site.directory().toString(),
        "--tls-certificate",
        site.certificate().name());
  }

  @Override
  public long warmUpRequests() {
    return 400_000;
  }

  @Override
  public Running start(Site site, List<String> more) throws IOException, InterruptedException {
    try (OutputStream out = site.create("weir.snapshot")) {
      WeirConfiguration.of(site).write(out);
    }
    List<Integer> ports = Site.freePorts(3);
    List<String> command = new ArrayList<>();
    command.add(Machine.java());
    command.addAll(JVM);
    command.addAll(List.of("-jar", JAR.toString()));
    command.addAll(List.of("--snapshot", site.file("weir.snapshot").toString()));
    command.addAll(List.of("--port", ports.get(0).toString()));
    command.addAll(List.of("--admin-port", ports.get(1).toString()));
    command.addAll(List.of("--event-loops", "1", "--allow-local-nodes"));
    command.addAll(List.of("--access-log", site.file("weir-access.log").toString()));
    if (site.of().tls()) {
      command.addAll(tls(site, ports.get(2)));
    }
    command.addAll(more);
    int port = ports.get(site.of().tls() ? 2 : 0);
    return new Running(site.start(site.gatewayCore(), "weir.log", command), port, command);
  }
}
