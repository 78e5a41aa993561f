package io.weir.acceptance.process;

import io.weir.testing.FreePorts;
import io.weir.testing.Signals;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One program of Weir as a process of its own, on ports of the loopback interface that stay the
 * same over its restarts. What it prints is appended to one file. Any thread.
 */
public final class ServiceProcess implements AutoCloseable {
  /** A whole JVM starts, on a machine that may have much else to do. */
  private static final Duration START = Duration.ofMinutes(3);

  private static final int STOP_SECONDS = 20;
  private static final int LOOK_MILLIS = 50;
  private static final int PROBE_MILLIS = 2_000;

  private final String name;
  private final URI base;
  private final URI ready;
  private final Path output;
  private final ProcessBuilder program;
  private @Nullable Process process;
  private int starts;

  private ServiceProcess(
      String name,
      URI base,
      URI ready,
      Path output,
      List<String> command,
      Map<String, String> environment) {
    this.name = name;
    this.base = base;
    this.ready = ready;
    this.output = output;
    program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    program.environment().keySet().removeIf(variable -> variable.startsWith("WEIR_"));
    program.environment().putAll(environment);
  }

  /**
   * A management service that is not started yet.
   *
   * @param module whose program it is
   * @param name of this process among others
   * @param logs the folder for what it prints
   */
  public static ServiceProcess service(
      String module, String name, Map<String, String> environment, Path logs) {
    int port = FreePorts.next();
    URI base = URI.create("http://127.0.0.1:" + port);
    Map<String, String> all = new TreeMap<>(environment);
    all.put("WEIR_HTTP_PORT", Integer.toString(port));
    List<String> command =
        java(
            List.of("-XX:TieredStopAtLevel=1", "-Dquarkus.http.host=127.0.0.1"),
            Built.service(module));
    return new ServiceProcess(
        name, base, base.resolve("/q/health/ready"), log(logs, name), command, all);
  }

  /** A gateway node that is not started yet; {@link #base} is where its traffic goes. */
  public static ServiceProcess gateway(
      String name, int adminPort, Map<String, String> environment, Path logs) {
    int port = FreePorts.next();
    Map<String, String> all = new TreeMap<>(environment);
    all.put("WEIR_HTTP_PORT", Integer.toString(port));
    all.put("WEIR_ADMIN_PORT", Integer.toString(adminPort));
    List<String> command =
        java(
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"),
            Built.dataPlane());
    URI ready = URI.create("http://127.0.0.1:" + adminPort + "/health/ready");
    return new ServiceProcess(
        name, URI.create("http://127.0.0.1:" + port), ready, log(logs, name), command, all);
  }

  private static Path log(Path folder, String name) {
    return folder.resolve(name + ".log");
  }

  private static List<String> java(List<String> options, Path jar) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC"));
    command.addAll(options);
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }

  /** What it is called. */
  public String name() {
    return name;
  }

  /** Where it listens. */
  public URI base() {
    return base;
  }

  /** Begins to start it; does nothing when it is meant to run already. */
  public synchronized void start() {
    if (process != null) {
      return;
    }
    try {
      process = program.start();
    } catch (IOException e) {
      throw new IllegalStateException(name + " cannot be started", e);
    }
    starts++;
  }

  /** How often it was started. */
  public synchronized int starts() {
    return starts;
  }

  /** Whether it ended though nobody here ended it; its exit code, or null. */
  public synchronized @Nullable Integer endedByItself() {
    Process running = process;
    return running == null || running.isAlive() ? null : running.exitValue();
  }

  /** Forgets a process that ended by itself, so that it can be started again. */
  public synchronized void forget() {
    process = null;
  }

  /** Ends it as a crash does (SIGKILL), frozen or not. */
  public synchronized void kill() {
    Process running = process;
    if (running != null) {
      Signals.kill(Signals.family(running.toHandle()));
      process = null;
    }
  }

  /** Stops it where it is (SIGSTOP) until {@link #thaw}. */
  public synchronized void freeze() {
    if (process != null) {
      Signals.freeze(List.of(process.toHandle()));
    }
  }

  /** Lets it go on (SIGCONT). */
  public synchronized void thaw() {
    if (process != null) {
      Signals.thaw(List.of(process.toHandle()));
    }
  }

  /** Asks it to end (SIGTERM) and waits for that; who takes longer than 20 seconds is killed. */
  public synchronized void stop() {
    Process running = process;
    if (running == null) {
      return;
    }
    thaw();
    running.destroy();
    try {
      if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      kill();
    }
    process = null;
  }

  /** Whether it says that it is ready. */
  public boolean isReady() {
    try {
      HttpURLConnection connection = (HttpURLConnection) ready.toURL().openConnection();
      connection.setConnectTimeout(PROBE_MILLIS);
      connection.setReadTimeout(PROBE_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException away) {
      return false;
    }
  }

  /** Waits until it is ready; throws {@link IllegalStateException} if it ends or takes too long. */
  public ServiceProcess awaitReady() throws InterruptedException {
    long limit = System.nanoTime() + START.toNanos();
    while (!isReady()) {
      Integer code = endedByItself();
      if (code != null || System.nanoTime() - limit > 0) {
        throw new IllegalStateException(
            "%s is not ready%s, see %s"
                .formatted(name, code == null ? "" : ", it ended with " + code, output));
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return this;
  }

  /** Stops it; what it printed stays. */
  @Override
  public void close() {
    stop();
  }

  /** Removes what it printed. */
  public void removeOutput() throws IOException {
    Files.deleteIfExists(output);
  }
}
