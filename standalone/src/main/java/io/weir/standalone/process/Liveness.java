package io.weir.standalone.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Whether a process still runs. A dead one whose parent has not fetched its exit code yet (a
 * zombie) does not, though the JDK calls it alive; in a container without an init it stays that for
 * ever.
 */
public final class Liveness {

  private static final long LOOK_EVERY_MILLIS = 50;

  private Liveness() {}

  public static boolean runs(ProcessHandle process) {
    return process.isAlive() && !isZombie(process.pid());
  }

  /** Returns when the process has ended or the time is over; true when it has ended. */
  public static boolean awaitEnd(ProcessHandle process, Duration limit)
      throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (runs(process)) {
      if (System.nanoTime() >= end) {
        return false;
      }
      try {
        process.onExit().get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
      } catch (TimeoutException stillThere) {
        // Looked at again, in case it is a zombie now.
      } catch (ExecutionException impossible) {
        throw new IllegalStateException(impossible);
      }
    }
    return true;
  }

  private static boolean isZombie(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // "pid (name) state ...", and the name may contain anything.
      return stat.startsWith(") Z", stat.lastIndexOf(')'));
    } catch (IOException noSuchTable) {
      return false;
    }
  }
}
