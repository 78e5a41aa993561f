package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A replica that runs from a snapshot file, with access log and metrics on. */
final class WeirGateway implements Gateway {
  /** How a replica runs in production, on one core. */
  private static final List<String> JVM =
      List.of(
          "-Xms512m",
          "-Xmx512m",
          "-XX:+UseCompactObjectHeaders",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private final String name;
  private final Path jar;

  private WeirGateway(String name, Path root) {
    this.name = name;
    jar = root.resolve("data-plane/target/data-plane.jar");
  }

  /** What this checkout built. */
  static WeirGateway here() {
    return new WeirGateway("weir", Path.of(System.getProperty("weir.root", ".")));
  }

  /** What another checkout built. */
  static WeirGateway before(Path root) {
    return new WeirGateway("before", root);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return Machine.firstLine(Machine.java(), "-jar", jar.toString(), "--version");
  }

  @Override
  public Optional<String> missing() {
    return Files.exists(jar) ? Optional.empty() : Optional.of(jar + " is not built");
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
    try (OutputStream out = site.create(name + ".snapshot")) {
      WeirConfiguration.of(site).write(out);
    }
    List<Integer> ports = Site.freePorts(3);
    List<String> command = new ArrayList<>();
    command.add(Machine.java());
    command.addAll(JVM);
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(List.of("--snapshot", site.file(name + ".snapshot").toString()));
    command.addAll(List.of("--port", ports.get(0).toString()));
    command.addAll(List.of("--admin-port", ports.get(1).toString()));
    command.addAll(List.of("--event-loops", "1", "--allow-local-nodes"));
    command.addAll(List.of("--access-log", site.file(name + "-access.log").toString()));
    if (site.of().clients().tls()) {
      command.addAll(tls(site, ports.get(2)));
    }
    command.addAll(more);
    int port = ports.get(site.of().clients().tls() ? 2 : 0);
    return new Running(site.start(site.gatewayCore(), name + ".log", command), port, command);
  }
}
