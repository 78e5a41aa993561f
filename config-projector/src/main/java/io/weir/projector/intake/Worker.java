package io.weir.projector.intake;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * One thread that does one thing after another; what is submitted after {@link #stop} is not done.
 */
final class Worker {
  private static final Logger LOG = Logger.getLogger(Worker.class);
  private static final int GRACE_SECONDS = 5;

  private final ScheduledThreadPoolExecutor thread;
  private final Consumer<Throwable> onFailure;

  /**
   * A worker.
   *
   * @param onFailure told on the thread itself what work threw, errors of the virtual machine
   *     included, but for its own cancellation
   */
  Worker(String name, Consumer<Throwable> onFailure) {
    this.onFailure = onFailure;
    thread = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name(name).factory());
    thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  void submit(Runnable work) {
    submit(work, ignored -> {});
  }

  /** Does work and tells when it is over, however it ended. */
  void submit(Runnable work, Consumer<Void> over) {
    if (!thread.isShutdown()) {
      thread.execute(() -> run(work, over));
    }
  }

  void later(Runnable work, Duration after) {
    if (!thread.isShutdown()) {
      var unused =
          thread.schedule(() -> run(work, ignored -> {}), after.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  @SuppressWarnings("NullAway") // the one value of type Void is null
  private void run(Runnable work, Consumer<Void> over) {
    try {
      work.run();
    } catch (CancellationException e) {
      LOG.debug("Stopping", e);
    } catch (RuntimeException | Error e) {
      // An error may be one event's alone, such as a stack that was too deep. Who wants the process
      // to end when memory does tells the virtual machine so.
      onFailure.accept(e);
    } finally {
      over.accept(null);
    }
  }

  /** Finishes what was submitted; if that takes too long, {@code hurry} is run to cut it short. */
  void stop(Runnable hurry) {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
        hurry.run();
        if (!thread.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
          LOG.warn("The thread does not end; the process goes without it");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
