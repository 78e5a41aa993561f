package io.weir.standalone.process;

import io.weir.standalone.home.Home;
import io.weir.standalone.process.Component.Stage;
import io.weir.standalone.process.State.ComponentState;
import io.weir.stores.KafkaServer;
import io.weir.stores.PostgresServer;
import io.weir.stores.ProcessIdentity;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Child processes: started, stopped, and found again by those who have not started them. */
public final class Processes {

  private static final File NOTHING = new File("/dev/null");
  // Connections are drained, and a first run leaves its classes for the next.
  private static final Duration GRACE = Duration.ofSeconds(60);
  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private Processes() {}

  /**
   * Starts it, output and errors appended to the log. It works in the log's folder, so that it
   * holds no folder of the user's and what a crash leaves lies beside the log.
   */
  public static Process start(ProcessBuilder program, Path log) throws IOException {
    Logs.rotate(log);
    return program
        .directory(log.resolveSibling(".").normalize().toFile())
        .redirectErrorStream(true)
        .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  /**
   * Everything that runs for a home, whoever started it: by the states that were written, and
   * PostgreSQL and Kafka even without one.
   */
  public static List<ComponentState> running(Home home) throws IOException {
    List<ComponentState> running = new ArrayList<>();
    for (Path file : List.of(home.state(), home.demoState())) {
      State.read(file).components().stream()
          .filter(component -> component.running().isPresent())
          .forEach(running::add);
    }
    addStore(running, "postgres", Stage.POSTGRES, PostgresServer.running(home.data("postgres")));
    addStore(running, "kafka", Stage.KAFKA, KafkaServer.running(home.data("kafka")));
    return running;
  }

  private static void addStore(
      List<ComponentState> running, String name, Stage stage, Optional<ProcessHandle> server) {
    if (server.isPresent() && running.stream().noneMatch(one -> one.running().equals(server))) {
      running.add(ComponentState.running(name, stage, 0, server.get()));
    }
  }

  /**
   * Stops those that run, stage by stage: asks, waits a minute at most, then kills a process with
   * its children. Returns when all are gone.
   */
  public static void stop(List<ComponentState> components, Consumer<String> report)
      throws InterruptedException {
    for (Stage stage : Stage.values()) {
      Map<String, ProcessHandle> now = new LinkedHashMap<>();
      components.stream()
          .filter(component -> component.stage() == stage)
          .forEach(one -> one.running().ifPresent(process -> now.put(one.name(), process)));
      now.values().forEach(process -> ask(process, stage));
      for (Map.Entry<String, ProcessHandle> one : now.entrySet()) {
        boolean orderly = awaitOrKill(one.getValue());
        report.accept(
            one.getKey() + (orderly ? " stopped" : " did not stop when asked and was killed"));
      }
    }
  }

  /** Returns when the process has ended or the time is over; true when it has ended. */
  public static boolean awaitEnd(ProcessHandle process, Duration limit)
      throws InterruptedException {
    // onExit() is not enough: it never comes when nobody fetches the exit code
    return Wait.until(limit, () -> !ProcessIdentity.runs(process));
  }

  private static boolean awaitOrKill(ProcessHandle process) throws InterruptedException {
    boolean orderly = awaitEnd(process, GRACE);
    if (!orderly) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      awaitEnd(process, AFTER_KILL);
    }
    return orderly;
  }

  private static void ask(ProcessHandle process, Stage stage) {
    if (stage != Stage.POSTGRES) {
      process.destroy();
      return;
    }
    // SIGINT is PostgreSQL's "fast" shutdown, which does not wait for clients to go; the JDK sends
    // TERM and KILL alone.
    try {
      new ProcessBuilder("sh", "-c", "kill -INT " + process.pid()).start();
    } catch (IOException noShell) {
      process.destroy();
    }
  }
}
