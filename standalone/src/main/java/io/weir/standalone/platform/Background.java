package io.weir.standalone.platform;

import io.weir.standalone.home.Home;
import io.weir.standalone.process.Board;
import io.weir.standalone.process.Launch;
import io.weir.standalone.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a launcher that goes on by itself, and stays until it has brought everything up. */
public final class Background {

  private static final Duration ABANDON_LIMIT = Duration.ofSeconds(60);
  private static final Duration UP_LIMIT = Duration.ofMinutes(3);
  private static final long LOOK_EVERY_MILLIS = 100;
  private static final List<String> LAUNCHER_HEAP =
      List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private final Home home;
  private final Progress progress;

  public Background(Home home, Progress progress) {
    this.home = home;
    this.progress = progress;
  }

  /** Whether a launcher runs for this home. */
  public static boolean isUp(Home home) {
    return LauncherLock.holder(home.lock()).isPresent();
  }

  /**
   * Returns when everything is ready. When this process is ended before that, so is the launcher.
   *
   * @param upArguments the verb {@code up} with its options
   * @throws CannotStartException with the launcher's own words
   */
  public void start(List<String> upArguments)
      throws CannotStartException, IOException, InterruptedException {
    home.create();
    Files.deleteIfExists(home.board());
    Files.deleteIfExists(home.failure());
    List<String> arguments = new ArrayList<>(upArguments);
    arguments.add("--quiet");
    Process launcher =
        new Launch(JavaCommand.self(LAUNCHER_HEAP, arguments), Map.of())
            .start(home.log(Journal.NAME));
    AtomicBoolean settled = new AtomicBoolean();
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  if (!settled.get()) {
                    abandon(launcher);
                  }
                },
                "abandon-start"));
    awaitReady(launcher);
    settled.set(true);
  }

  /**
   * Returns when the launcher that runs already has everything ready.
   *
   * @throws CannotStartException when it ends before that, or has not after three minutes
   */
  public void awaitUp() throws CannotStartException, IOException, InterruptedException {
    long limit = System.nanoTime() + UP_LIMIT.toNanos();
    while (!Board.read(home.board()).allReady()) {
      if (System.nanoTime() > limit) {
        throw new CannotStartException("not everything is ready: ./weir status");
      }
      if (!isUp(home)) {
        throw new CannotStartException("the launcher that was running has ended");
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }
  }

  private void awaitReady(Process launcher)
      throws CannotStartException, IOException, InterruptedException {
    while (true) {
      Board board = Board.read(home.board());
      progress.show(board);
      if (board.allReady()) {
        return;
      }
      if (launcher.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new CannotStartException(reason(launcher));
      }
    }
  }

  private static void abandon(Process launcher) {
    launcher.destroy();
    try {
      launcher.waitFor(ABANDON_LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private String reason(Process launcher) throws IOException {
    if (Files.exists(home.failure())) {
      return Files.readString(home.failure());
    }
    return "the launcher ended with exit code %d:%n%s"
        .formatted(
            launcher.exitValue(), String.join("\n", LogFile.tail(home.log(Journal.NAME), 20)));
  }
}
