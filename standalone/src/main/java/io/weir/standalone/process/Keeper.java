package io.weir.standalone.process;

import io.weir.standalone.home.ComplaintException;
import io.weir.standalone.home.Home;
import io.weir.standalone.process.State.ComponentState;
import io.weir.standalone.process.State.Phase;
import io.weir.stores.ProcessIdentity;
import java.io.IOException;
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

  private static final int LOOK_EVERY_MILLIS = 50;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
  private static final Duration GOOD_RUN = Duration.ofMinutes(1);

  private final Component component;
  private final Path log;
  private final Duration startLimit;
  private final Consumer<String> journal;
  private final Runnable changed;
  private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile ComponentState state;

  Keeper(
      Component component,
      Home home,
      Duration startLimit,
      Consumer<String> journal,
      Runnable changed) {
    this.component = component;
    this.startLimit = startLimit;
    this.journal = journal;
    this.changed = changed;
    String name = component.name();
    this.log = home.log(name);
    this.state =
        new ComponentState(
            name, component.stage(), component.port(), Phase.WAITING, null, Instant.now(), 0);
  }

  Component component() {
    return component;
  }

  ComponentState state() {
    return state;
  }

  /** Done when the component was ready once; fails with ComplaintException when it never was. */
  CompletableFuture<Void> firstReady() {
    return firstReady;
  }

  /** No start from here on: what runs now is in the state. */
  synchronized void noMoreStarts() {
    stopping.countDown();
  }

  /** Lives as long as the component is wanted. */
  void keep() {
    try {
      keepUntilStopped();
      enter(Phase.STOPPED, null);
    } catch (ComplaintException e) {
      giveUp(e);
    } catch (IOException | RuntimeException e) {
      giveUp(new ComplaintException(component.name() + " could not be started: " + e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long to wait before the next start: half a second, then twice the last, 15 s at most. */
  static Duration pause(Duration last, Duration run) {
    Duration next =
        last.isZero() || run.compareTo(GOOD_RUN) >= 0
            ? Duration.ofMillis(500)
            : last.multipliedBy(2);
    return next.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : next;
  }

  private void keepUntilStopped() throws IOException, InterruptedException {
    Duration pause = Duration.ZERO;
    // a stop ends the pause
    while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
      Instant born = Instant.now();
      String end = runOnce();
      if (isStopping()) {
        return;
      }
      pause = pause(pause, Duration.between(born, Instant.now()));
      journal.accept(
          "%s %s; starting it again in %.1f s"
              .formatted(component.name(), end, pause.toMillis() / 1e3));
      enter(Phase.RESTARTING, null);
    }
  }

  /** Returns how it ended, unless it was never ready, which is a failure of the whole start. */
  private String runOnce() throws IOException, InterruptedException {
    long logStart = Logs.size(log);
    enter(Phase.STARTING, null);
    Process child;
    try {
      child = spawn(component.program().get());
    } catch (IOException e) {
      if (firstReady.isDone()) {
        return "could not be started: " + e;
      }
      throw e;
    }
    if (child == null) {
      return "";
    }
    if (awaitReady(child)) {
      enter(Phase.READY, state.process());
      firstReady.complete(null);
    } else if (!isStopping()) {
      String why =
          child.isAlive()
              ? " was not ready after " + startLimit.toSeconds() + " s"
              : " ended with exit code " + child.exitValue() + " while it was starting";
      Processes.stop(List.of(state), line -> {});
      if (!firstReady.isDone()) {
        throw new ComplaintException(component.name() + why + endOfLog(logStart));
      }
    }
    child.waitFor();
    return "(process %d) ended with exit code %d".formatted(child.pid(), child.exitValue());
  }

  private String endOfLog(long from) throws IOException {
    String words = Logs.lastWords(log, from);
    return words.isEmpty() ? "" : ". The end of its log:\n    " + words;
  }

  private void giveUp(ComplaintException e) {
    enter(Phase.FAILED, null);
    if (!firstReady.completeExceptionally(e)) {
      journal.accept(component.name() + " is given up: " + e.complaint());
    }
  }

  /** The started process, or null when a stop came first: never both a stop and a new process. */
  private synchronized @Nullable Process spawn(ProcessBuilder program) throws IOException {
    if (isStopping()) {
      return null;
    }
    Process child = Processes.start(program, log);
    enter(Phase.STARTING, ProcessIdentity.of(child.toHandle()));
    return child;
  }

  private boolean awaitReady(Process child) throws InterruptedException {
    Instant limit = Instant.now().plus(startLimit);
    while (!isStopping() && Instant.now().isBefore(limit)) {
      if (child.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        return false;
      }
      if (component.isReady() && child.isAlive()) {
        return true;
      }
    }
    return false;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void enter(Phase phase, @Nullable ProcessIdentity process) {
    state = state.in(phase, process);
    changed.run();
  }
}
