package io.weir.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A server as a child process that takes the end of its standard input as the order to shut down,
 * so that none outlives this JVM, even a killed one.
 */
final class ChildServer {

  /** How to run the server, prepared before every start. */
  @FunctionalInterface
  interface Program {
    ProcessBuilder prepare() throws IOException, InterruptedException;
  }

  private static final int START_SECONDS = 120;
  private static final int STOP_SECONDS = 30;
  private static final int LOOK_EVERY_MILLIS = 20;
  private static final int REAP_SECONDS = 5;

  private final String name;
  private final Path log;
  private final Program program;
  private final BooleanSupplier ready;
  private @Nullable Process process;

  ChildServer(String name, Path log, Program program, BooleanSupplier ready) {
    this.name = name;
    this.log = log;
    this.program = program;
    this.ready = ready;
  }

  synchronized void start() {
    if (process != null) {
      return;
    }
    try {
      Process child =
          program
              .prepare()
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!becomesReady(child)) {
        end(child);
        throw new IllegalStateException(name + " did not start:\n" + Files.readString(log));
      }
      process = child;
    } catch (IOException e) {
      throw new UncheckedIOException(name + " did not start", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted: start of " + name, e);
    }
  }

  synchronized void stop() {
    if (process == null) {
      return;
    }
    thaw();
    try {
      end(process);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " did not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process = null;
  }

  synchronized boolean running() {
    return process != null;
  }

  /** Ends it as a crash does, with all it started; does nothing when it is stopped. */
  synchronized void kill() {
    Process child = process;
    if (child == null) {
      return;
    }
    List<ProcessHandle> started = child.descendants().toList();
    Signals.kill(started);
    try {
      // whoever started them fetches their exit codes first: until then they seem to run
      Signals.thaw(List.of(child.toHandle()));
      if (started.isEmpty() || !child.waitFor(REAP_SECONDS, TimeUnit.SECONDS)) {
        child.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      child.destroyForcibly();
    }
    process = null;
  }

  /** Starts it if it ended by itself; says whether it had. */
  synchronized boolean revive() {
    Process child = process;
    if (child == null || child.isAlive()) {
      return false;
    }
    process = null;
    start();
    return true;
  }

  /** Stops it where it is, with all it started, until {@link #thaw}. */
  synchronized void freeze() {
    if (process != null) {
      Signals.freeze(Signals.family(process.toHandle()));
    }
  }

  /** Lets it go on; does nothing when it is not frozen. */
  synchronized void thaw() {
    if (process != null) {
      Signals.thaw(Signals.family(process.toHandle()));
    }
  }

  private boolean becomesReady(Process child) throws InterruptedException {
    long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < limit) {
      if (child.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      if (ready.getAsBoolean()) {
        return true;
      }
    }
    return false;
  }

  private static void end(Process child) throws IOException, InterruptedException {
    child.getOutputStream().close();
    try {
      if (child.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } finally {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly();
    }
    child.waitFor();
  }
}
