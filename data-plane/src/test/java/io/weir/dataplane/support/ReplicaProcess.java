package io.weir.dataplane.support;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.contracts.codec.Json;
import io.weir.dataplane.DataPlane;
import io.weir.testing.FreePorts;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A replica as a process of its own, on free ports of the loopback interface. */
public final class ReplicaProcess implements AutoCloseable {
  /** Below a shell that ignores SIGHUP, as nohup makes it, everything else ignores it, too. */
  private static final String TAKING_SIGNALS =
      "env --default-signal=HUP true 2>/dev/null && exec env --default-signal=HUP \"$@\"; exec"
          + " \"$@\"";

  /** A whole JVM starts, on a machine that may have much else to do. */
  private static final Duration START = Duration.ofSeconds(60);

  private final int port = FreePorts.next();
  private final int adminPort = FreePorts.next();
  private final Path output;
  private final Process process;

  private ReplicaProcess(
      List<String> jvmOptions, String kafka, Path dataDirectory, String... options)
      throws IOException {
    output = Files.createTempFile("data-plane-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            DataPlane.class.getName(),
            "--allow-local-nodes",
            "--kafka",
            kafka,
            "--data-dir",
            dataDirectory.toString(),
            "--admin-port",
            Integer.toString(adminPort)));
    if (!Arrays.asList(options).contains("--port")) {
      command.addAll(List.of("--port", Integer.toString(port)));
    }
    if (!Arrays.asList(options).contains("--transport")) {
      command.addAll(List.of("--transport", TestTransport.ASKED_FOR.name()));
    }
    command.addAll(Arrays.asList(options));
    command.addAll(0, List.of("sh", "-c", TAKING_SIGNALS, "sh"));
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
  }

  public static ReplicaProcess start(String kafka, Path dataDirectory, String... options)
      throws IOException {
    return new ReplicaProcess(List.of("-Xmx256m"), kafka, dataDirectory, options);
  }

  /** With too little memory to hold a large body. */
  public static ReplicaProcess small(String kafka, Path dataDirectory, String... options)
      throws IOException {
    return new ReplicaProcess(
        List.of("-Xmx64m", "-XX:MaxDirectMemorySize=64m"), kafka, dataDirectory, options);
  }

  public ReplicaProcess awaitReady() {
    await()
        .atMost(START)
        .until(
            () -> {
              if (!process.isAlive()) {
                throw new AssertionError("the process ended:\n" + output());
              }
              return status("/health/ready") == 200;
            });
    return this;
  }

  public int port() {
    return port;
  }

  /** The status of an admin path, 0 if nobody listens. */
  public int status(String path) throws IOException {
    try (Client client = new Client(adminPort)) {
      return client.call("GET " + path + " HTTP/1.1\nHost: localhost\n\n").status();
    } catch (SocketException stillStarting) {
      return 0;
    }
  }

  public String text(String path) throws IOException {
    try (Client client = new Client(adminPort)) {
      return client.call("GET " + path + " HTTP/1.1\nHost: localhost\n\n").text();
    }
  }

  public JsonNode admin(String path) throws IOException {
    return Json.MAPPER.readTree(text(path));
  }

  public boolean refusesConnections() throws IOException {
    try (Client client = new Client(port)) {
      return false;
    } catch (ConnectException e) {
      return true;
    }
  }

  /** Sends SIGTERM. */
  public void terminate() {
    process.destroy();
  }

  /** Sends SIGHUP. */
  public void hangUp() throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-HUP", Long.toString(process.pid())).inheritIO().start().waitFor();
  }

  public int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("the process does not end:\n" + output());
    }
    return process.exitValue();
  }

  /** Everything it has written. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(output);
  }
}
