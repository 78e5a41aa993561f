package io.weir.testing;

import io.weir.stores.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** What a test does to processes that it started itself, from outside, as a kernel would. */
public final class Signals {
  private static final long GONE_NANOS = 10_000_000_000L;
  private static final long LOOK_NANOS = 5_000_000;

  private Signals() {}

  /** Stops processes where they are (SIGSTOP): they answer nothing and lose nothing. */
  public static void freeze(Collection<ProcessHandle> processes) {
    send("STOP", processes);
  }

  /** Lets frozen processes go on (SIGCONT); does nothing to others. */
  public static void thaw(Collection<ProcessHandle> processes) {
    send("CONT", processes);
  }

  /** Ends processes at once (SIGKILL), frozen ones too, and returns when they run no more. */
  public static void kill(Collection<ProcessHandle> processes) {
    processes.forEach(ProcessHandle::destroyForcibly);
    long limit = System.nanoTime() + GONE_NANOS;
    while (processes.stream().anyMatch(ProcessIdentity::runs)) {
      if (System.nanoTime() - limit > 0) {
        throw new IllegalStateException("processes outlive SIGKILL: " + processes);
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  /** A process and all that it started, itself first. */
  public static List<ProcessHandle> family(ProcessHandle process) {
    List<ProcessHandle> family = new ArrayList<>();
    family.add(process);
    process.descendants().forEach(family::add);
    return family;
  }

  /** Sends a signal to those that still run, by its name without SIG. */
  static void send(String signal, Collection<ProcessHandle> processes) {
    // a shell has kill itself: not every system has it as a program
    List<String> command =
        new ArrayList<>(List.of("sh", "-c", "kill -" + signal + " \"$@\" 2>/dev/null", "sh"));
    for (ProcessHandle process : processes) {
      if (process.isAlive()) {
        command.add(Long.toString(process.pid()));
      }
    }
    if (command.size() == 4) {
      return;
    }
    try {
      // that one of them has ended meanwhile is no failure
      new ProcessBuilder(command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
