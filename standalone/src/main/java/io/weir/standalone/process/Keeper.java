package io.weir.standalone.process;

import io.weir.standalone.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one component running: starts it, waits until it is ready, and starts it again when it
 * dies.
 */
final class Keeper {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);
  private static final int LINES_OF_A_FAILURE = 20;

  private final Component component;
  private final Home home;
  private final Consumer<String> journal;
  private final Runnable changed;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Backoff backoff = new Backoff();

  private @Nullable Process process;
  private volatile Status status;

  Keeper(Component component, Home home, Consumer<String> journal, Runnable changed) {
    this.component = component;
    this.home = home;
    this.journal = journal;
    this.changed = changed;
    this.status =
        new Status(component.name(), Status.State.WAITING, 0, component.port(), Instant.now(), 0);
  }

  Component component() {
    return component;
  }

  Status status() {
    return status;
  }

  /** Done when the component was ready once; fails with StartFailedException when it never was. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  /** Lives as long as the component is wanted. */
  void keep() {
    try {
      runUntilStopped();
    } catch (StartFailedException e) {
      enter(Status.State.FAILED, 0);
      firstReady.completeExceptionally(e);
    } catch (IOException | RuntimeException e) {
      enter(Status.State.FAILED, 0);
      journal.accept(component.name() + " is given up: " + e);
      firstReady.completeExceptionally(
          new StartFailedException(
              component.name(), "could not be started: " + e.getMessage(), List.of()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** No start from here on. */
  void noMoreStarts() {
    stopping.countDown();
  }

  /** Ends the process, if there is one. */
  void stop() throws InterruptedException, IOException {
    noMoreStarts();
    Process running = current();
    if (running == null || !running.isAlive()) {
      return;
    }
    enter(Status.State.STOPPING, running.pid());
    boolean orderly = Stopper.stop(running.toHandle(), component.stage());
    Files.deleteIfExists(pidFile());
    journal.accept(
        component.name() + (orderly ? " stopped" : " did not stop when asked and was killed"));
    enter(Status.State.STOPPED, 0);
  }

  private void runUntilStopped() throws StartFailedException, IOException, InterruptedException {
    while (!isStopping()) {
      long logStart = size(log());
      enter(Status.State.STARTING, 0);
      Launch launch = component.program().prepare();
      Process child = spawn(launch);
      if (child == null) {
        return;
      }
      Instant born = Instant.now();
      boolean ready = awaitReady(child);
      if (isStopping()) {
        return;
      }
      if (!ready && !firstReady.isDone()) {
        throw failure(child, logStart);
      }
      if (ready) {
        enter(Status.State.READY, child.pid());
        firstReady.complete(null);
        child.waitFor();
      } else {
        Stopper.stop(child.toHandle(), component.stage());
      }
      if (isStopping()) {
        return;
      }
      pauseAfterDeath(child, Duration.between(born, Instant.now()));
    }
  }

  private StartFailedException failure(Process child, long logStart)
      throws InterruptedException, IOException {
    boolean died = !child.isAlive();
    if (!died) {
      Stopper.stop(child.toHandle(), component.stage());
    }
    Files.deleteIfExists(pidFile());
    String why =
        died
            ? "ended with exit code " + child.exitValue() + " while it was starting"
            : "was not ready after " + component.startLimit().toSeconds() + " s";
    return new StartFailedException(
        component.name(), why, LogFile.tail(log(), LINES_OF_A_FAILURE, logStart));
  }

  private void pauseAfterDeath(Process child, Duration lifetime) throws InterruptedException {
    Duration pause = backoff.after(lifetime);
    journal.accept(
        "%s (process %d) ended with exit code %d; starting it again in %.1f s"
            .formatted(component.name(), child.pid(), child.exitValue(), pause.toMillis() / 1e3));
    status = status.restarting(Instant.now());
    changed.run();
    // A stop ends the pause.
    stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The started process, or null when a stop came first: never both a stop and a new process. */
  private synchronized @Nullable Process spawn(Launch launch) throws IOException {
    if (isStopping()) {
      return null;
    }
    Process child = launch.start(log());
    // first of all: whatever happens now, a stop must find it
    process = child;
    try {
      new PidFile(ProcessIdentity.of(child.toHandle()), component.stage()).write(pidFile());
    } catch (IOException e) {
      // a later start could not find it
      child.destroyForcibly();
      throw e;
    }
    enter(Status.State.STARTING, child.pid());
    return child;
  }

  private synchronized @Nullable Process current() {
    return process;
  }

  private boolean awaitReady(Process child) throws InterruptedException {
    Instant limit = Instant.now().plus(component.startLimit());
    while (child.isAlive() && !isStopping() && Instant.now().isBefore(limit)) {
      if (looksReady() && child.isAlive()) {
        return true;
      }
      child.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
    }
    return false;
  }

  private boolean looksReady() throws InterruptedException {
    try {
      return component.health().ready();
    } catch (IOException notYet) {
      return false;
    }
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void enter(Status.State state, long pid) {
    status = status.in(state, pid, Instant.now());
    changed.run();
  }

  private Path log() {
    return home.log(component.name());
  }

  private Path pidFile() {
    return home.pidFile(component.name());
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
