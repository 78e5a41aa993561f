package io.weir.standalone.platform;

import io.weir.standalone.home.Home;
import io.weir.standalone.postgres.Postmaster;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Leftovers;
import io.weir.standalone.process.Liveness;
import io.weir.standalone.process.Stage;
import io.weir.standalone.process.Status;
import io.weir.standalone.process.Stopper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Takes down everything that runs for a home, whoever started it. */
public final class Shutdown {

  private static final Duration LIMIT = Duration.ofSeconds(100);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);

  private final Home home;
  private final Consumer<String> report;

  /**
   * @param report told a line for each component that stopped
   */
  public Shutdown(Home home, Consumer<String> report) {
    this.home = home;
    this.report = report;
  }

  /** Returns when nothing runs any more; false when nothing ran in the first place. */
  public boolean stop() throws IOException, InterruptedException {
    Optional<ProcessHandle> launcher = LauncherLock.holder(home.lock());
    if (launcher.isPresent()) {
      stopLauncher(launcher.get());
    }
    int left = new Leftovers(home.run()).stop(report);
    Optional<ProcessHandle> server = Postmaster.of(home.data(Platform.POSTGRES));
    if (server.isPresent()) {
      Stopper.stop(server.get(), Stage.TRUTH);
      report.accept("postgres stopped");
    }
    return launcher.isPresent() || left > 0 || server.isPresent();
  }

  private void stopLauncher(ProcessHandle launcher) throws IOException, InterruptedException {
    Set<String> told = new HashSet<>();
    Instant limit = Instant.now().plus(LIMIT);
    launcher.destroy();
    while (Liveness.runs(launcher) && Instant.now().isBefore(limit)) {
      Liveness.awaitEnd(launcher, LOOK_EVERY);
      tell(Board.read(home.board()), told);
    }
    if (Liveness.runs(launcher)) {
      report.accept("the launcher did not stop when asked and was killed");
      launcher.destroyForcibly();
    }
  }

  private void tell(Board board, Set<String> told) {
    board.statuses().stream()
        .filter(status -> status.state() == Status.State.STOPPED)
        .sorted(Comparator.comparing(Status::since))
        .filter(status -> told.add(status.component()))
        .forEach(status -> report.accept(status.component() + " stopped"));
  }
}
