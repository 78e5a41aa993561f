package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spring Cloud Gateway with one event loop and its access log on; see spring-cloud-gateway/. */
final class SpringCloudGateway implements Gateway {
  private static final Path TARGET =
      Path.of(System.getProperty("weir.root", "."), "benchmarks/spring-cloud-gateway/target");

  @Override
  public String name() {
    return "spring";
  }

  @Override
  public String version() {
    try (var jars = Files.list(TARGET.resolve("lib"))) {
      return jars.map(jar -> jar.getFileName().toString())
          .filter(jar -> jar.startsWith("spring-cloud-gateway-server-webflux-"))
          .map(jar -> jar.replaceAll("\\.jar$", ""))
          .findFirst()
          .orElse("");
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public Optional<String> missing() {
    return Files.exists(TARGET.resolve("spring-cloud-gateway.jar"))
        ? Optional.empty()
        : Optional.of("not built (./weir bench builds it when Maven can download it)");
  }

  @Override
  public Optional<String> leftOut(Case of) {
    if (of.clients().http2()) {
      return Optional.of("its HTTP/2 is not set up here");
    }
    return of.routes() > 1
        ? Optional.of("it tries its routes one after the other")
        : Optional.empty();
  }

  @Override
  public long warmUpRequests() {
    return 300_000;
  }

  @Override
  public Running start(Site site, List<String> more) throws IOException, InterruptedException {
    int port = Site.freePorts(1).getFirst();
    List<String> command = new ArrayList<>();
    command.addAll(
        List.of(
            Machine.java(),
            "-Xms512m",
            "-Xmx512m",
            "-XX:+UseCompactObjectHeaders",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dreactor.netty.ioWorkerCount=1",
            "-Dreactor.netty.http.server.accessLogEnabled=true",
            "-Dbench.nodes=" + String.join(",", site.nodes()),
            "-cp",
            TARGET.resolve("spring-cloud-gateway.jar") + ":" + TARGET.resolve("lib") + "/*",
            "io.weir.benchmarks.spring.SpringGateway",
            "--server.address=127.0.0.1",
            "--server.port=" + port,
            "--spring.cloud.gateway.server.webflux.httpclient.pool.type=elastic",
            "--logging.level.root=warn",
            "--logging.level.reactor.netty.http.server.AccessLog=info"));
    if (site.of().clients().tls()) {
      Certificate files = site.certificate();
      command.add("--server.ssl.certificate=file:" + files.certificate());
      command.add("--server.ssl.certificate-private-key=file:" + files.key());
    }
    return new Running(site.start(site.gatewayCore(), "spring.log", command), port, command);
  }
}
