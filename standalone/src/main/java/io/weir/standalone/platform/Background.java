package io.weir.standalone.platform;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.home.Ports;
import io.weir.standalone.process.Logs;
import io.weir.standalone.process.Processes;
import io.weir.standalone.process.State;
import io.weir.standalone.process.State.ComponentState;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The launcher of a home, as seen by another process. */
public record Background(Home home) {

  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(240);

  /** Whether a launcher runs for this home. */
  public boolean isUp() {
    return launcher().isPresent();
  }

  /**
   * Starts one and returns when everything is ready. When this process is ended before that, so is
   * the launcher.
   *
   * @param upOptions those of the verb {@code up}
   * @param watcher shown how things stand
   * @throws ComplaintException with the launcher's own words
   */
  public void start(List<String> upOptions, Consumer<State> watcher)
      throws IOException, InterruptedException {
    home.create();
    List<String> arguments = new ArrayList<>(List.of("up", "--quiet"));
    arguments.addAll(upOptions);
    Process launcher =
        Processes.start(
            new ProcessBuilder(Programs.self("-Xmx96m", arguments)), home.log(Launcher.NAME));
    Thread abandon =
        new Thread(
            () -> {
              launcher.destroy();
              launcher.onExit().join();
            },
            "abandon-start");
    Runtime.getRuntime().addShutdownHook(abandon);
    awaitReady(launcher.toHandle(), watcher);
    Runtime.getRuntime().removeShutdownHook(abandon);
  }

  /**
   * Returns the ports of the launcher that runs already, when it has everything ready.
   *
   * @throws ComplaintException when it ends before that
   */
  public Ports awaitUp() throws IOException, InterruptedException {
    ProcessHandle launcher =
        launcher()
            .orElseThrow(() -> new ComplaintException("the launcher that was running has ended"));
    return awaitReady(launcher, state -> {});
  }

  /**
   * Takes down everything that runs for the home, whoever started it, and returns when nothing does
   * any more; false when nothing ran in the first place.
   *
   * @param report told a line for each component that stopped
   */
  public boolean stop(Consumer<String> report) throws IOException, InterruptedException {
    Optional<ProcessHandle> launcher = launcher();
    if (launcher.isPresent()) {
      stop(launcher.get(), report);
    }
    List<ComponentState> left = Processes.running(home);
    Processes.stop(left, report);
    return launcher.isPresent() || !left.isEmpty();
  }

  private Optional<ProcessHandle> launcher() {
    return ProcessIdentity.read(home.lock()).flatMap(ProcessIdentity::find);
  }

  private Ports awaitReady(ProcessHandle launcher, Consumer<State> watcher)
      throws IOException, InterruptedException {
    boolean ended;
    State state;
    do {
      ended = Processes.awaitEnd(launcher, LOOK_EVERY);
      state = State.read(home.state());
      // not that of an earlier launcher, which stays until its processes are stopped
      if (state.launcher() == launcher.pid()) {
        watcher.accept(state);
        if (state.failure() != null) {
          throw new ComplaintException(state.failure());
        }
        if (!ended && state.ports() != null && state.allReady()) {
          return state.ports();
        }
      }
    } while (!ended);
    throw new ComplaintException(
        "the launcher has ended:\n" + Logs.lastWords(home.log(Launcher.NAME), 0));
  }

  private void stop(ProcessHandle launcher, Consumer<String> report)
      throws IOException, InterruptedException {
    List<ComponentState> running = new ArrayList<>(Processes.running(home));
    running.sort(Comparator.comparing(ComponentState::stage));
    long limit = System.nanoTime() + STOP_LIMIT.toNanos();
    launcher.destroy();
    boolean ended;
    do {
      ended = Processes.awaitEnd(launcher, LOOK_EVERY);
      List<ComponentState> stopped =
          running.stream().filter(component -> component.running().isEmpty()).toList();
      stopped.forEach(component -> report.accept(component.name() + " stopped"));
      running.removeAll(stopped);
    } while (!ended && System.nanoTime() < limit);
    if (!ended) {
      report.accept("the launcher did not stop when asked and was killed");
      launcher.destroyForcibly();
      Processes.awaitEnd(launcher, LOOK_EVERY);
    }
  }
}
