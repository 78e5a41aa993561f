package io.weir.acceptance;

import static org.awaitility.Awaitility.await;

import io.weir.testing.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, on a free port of the loopback interface. */
final class ServiceProcess implements AutoCloseable {
  /** A whole JVM starts, on a machine that may have much else to do. */
  private static final Duration START = Duration.ofMinutes(3);

  private final String name;
  private final int port = FreePorts.next();
  private final Path output;
  private final Process process;

  private ServiceProcess(String name, Map<String, String> environment) throws IOException {
    this.name = name;
    Path jar = folder(name).resolve("quarkus-app/quarkus-run.jar");
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not built: run this module behind the others");
    }
    output = Files.createTempFile(name + "-", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dquarkus.http.host=127.0.0.1",
                    "-jar",
                    jar.toString()))
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("WEIR_HTTP_PORT", Integer.toString(port));
    process = builder.start();
  }

  /** Where a module of this build is built, which is said of this one. */
  private static Path folder(String module) {
    Path root = Path.of(System.getProperty("weir.root")).toAbsolutePath().normalize();
    Path own = Path.of(System.getProperty("weir.built")).toAbsolutePath().normalize();
    return root.resolve(module).resolve(root.resolve("acceptance").relativize(own));
  }

  /** Begins to start one. */
  static ServiceProcess start(String name, Map<String, String> environment) throws IOException {
    return new ServiceProcess(name, environment);
  }

  /** Waits until it serves. */
  ServiceProcess awaitReady(HttpClient http) {
    URI ready = URI.create(base() + "/q/health/ready");
    await(name)
        .atMost(START)
        .ignoreExceptions()
        .failFast(name + " ended, see " + output, () -> !process.isAlive())
        .until(
            () ->
                http.send(HttpRequest.newBuilder(ready).build(), BodyHandlers.discarding())
                        .statusCode()
                    == 200);
    return this;
  }

  /** Where it listens. */
  String base() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    Files.deleteIfExists(output);
  }
}
