package io.weir.standalone.process;

import java.io.IOException;
import java.time.Duration;

/** Ends one process: asks, waits as long as its stage allows, then kills it with its children. */
public final class Stopper {

  private static final Duration AFTER_KILL = Duration.ofSeconds(5);

  private Stopper() {}

  /** Returns when the process is gone; true when it went by itself. */
  public static boolean stop(ProcessHandle process, Stage stage) throws InterruptedException {
    signal(process, stage.signal());
    if (Liveness.awaitEnd(process, stage.grace())) {
      return true;
    }
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Liveness.awaitEnd(process, AFTER_KILL);
    return false;
  }

  private static void signal(ProcessHandle process, String signal) throws InterruptedException {
    if (signal.equals("TERM")) {
      process.destroy();
      return;
    }
    try {
      // The JDK sends TERM and KILL alone.
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException noShell) {
      process.destroy();
    }
  }
}
