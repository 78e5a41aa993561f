package io.weir.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Records commands in groups: while one transaction is under way the next commands gather, and all
 * of them, and who comes until it holds the lock, share the next transaction. A commit waits for
 * the disk, so one commit per command would cap the throughput at what the disk can flush.
 *
 * <p>Every caller is answered, whatever happens to the transaction its command is in.
 */
final class Appender {
  private static final long RESOLVE_PAUSE_MILLIS = 100;

  /**
   * How many connections a group is tried on when they turn out to be read-only: some are left over
   * from before a failover, but the database itself may be read-only, and takes none then.
   */
  private static final int CONNECTIONS = 4;

  private final LedgerStore store;
  private final LedgerReader reader;
  private final NewestState newest;
  private final KnownEnd known;
  private final Executor thread;
  private final LedgerOptions options;
  private final ArrayBlockingQueue<Submission> waiting;
  private final AtomicBoolean running = new AtomicBoolean();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private volatile boolean closed;

  /**
   * An appender.
   *
   * @param thread runs one task at a time, in order
   */
  Appender(
      LedgerStore store,
      LedgerReader reader,
      NewestState newest,
      KnownEnd known,
      Executor thread,
      LedgerOptions options) {
    this.store = store;
    this.reader = reader;
    this.newest = newest;
    this.known = known;
    this.thread = thread;
    this.options = options;
    this.waiting = new ArrayBlockingQueue<>(options.queueCapacity());
  }

  /** Takes a command into one of the next transactions. */
  CompletableFuture<Outcome> submit(Submission submission) {
    if (!waiting.offer(submission)) {
      return CompletableFuture.failedFuture(
          new LedgerBusyException(options.queueCapacity() + " commands are waiting already"));
    }
    if (closed && waiting.remove(submission)) {
      return CompletableFuture.failedFuture(
          new LedgerUnavailableException(
              "the ledger is closing", new RejectedExecutionException()));
    }
    wake();
    return submission.caller();
  }

  /** Takes no more commands; the result is there once those taken before are answered. */
  CompletableFuture<Void> close() {
    closed = true;
    wake();
    return drained;
  }

  private void wake() {
    if (running.compareAndSet(false, true)) {
      try {
        thread.execute(this::next);
      } catch (RejectedExecutionException stopped) {
        // Only after everything was answered.
        drained.complete(null);
      }
    }
  }

  private void next() {
    List<Submission> group = new ArrayList<>();
    join(group);
    if (!group.isEmpty()) {
      CompletableFuture.completedFuture(group)
          .thenCompose(this::record)
          .whenCompleteAsync(
              (_, failure) -> {
                if (failure != null) {
                  // A fault in here must not leave anyone waiting, and does not stop the others.
                  fail(group, failure);
                }
                next();
              },
              thread);
      return;
    }
    running.set(false);
    if (!waiting.isEmpty()) {
      wake();
    } else if (closed) {
      drained.complete(null);
    }
  }

  private void join(List<Submission> group) {
    waiting.drainTo(group, options.batchSize() - group.size());
  }

  /** Records a group; completes when each of its callers is answered. */
  private CompletableFuture<Void> record(List<Submission> group) {
    return record(group, this::join);
  }

  private CompletableFuture<Void> record(
      List<Submission> group, Consumer<List<Submission>> latecomers) {
    LedgerState last = newest.get();
    CompletableFuture<LedgerState> state =
        last != null ? CompletableFuture.completedFuture(last) : reader.caughtUp();
    return next(
        state,
        (from, failure) ->
            failure == null
                ? attempt(group, latecomers, from, CONNECTIONS)
                : fail(group, Trouble.notRecorded(failure)));
  }

  private CompletableFuture<Void> attempt(
      List<Submission> group,
      Consumer<List<Submission>> latecomers,
      LedgerState from,
      int connections) {
    var attempt = new Attempt(group, latecomers, store, known, thread, options.lockTimeout());
    return next(
        attempt.run(from).subscribeAsCompletionStage(),
        (batch, failure) -> {
          if (failure == null) {
            return committed(batch);
          }
          return connections > 1 && Trouble.isReadOnly(failure)
              ? attempt(group, latecomers, from, connections - 1)
              : notCommitted(group, attempt, failure);
        });
  }

  private CompletableFuture<Void> committed(Batch batch) {
    newest.offer(batch.state());
    batch.verdicts().forEach(Verdict::deliver);
    return CompletableFuture.completedFuture(null);
  }

  private CompletableFuture<Void> notCommitted(
      List<Submission> group, Attempt attempt, Throwable failure) {
    if (attempt.written() != null || failure instanceof TimeoutException) {
      attempt.abandon();
      long deadline = System.nanoTime() + options.resolveTimeout().toNanos();
      return resolve(group, attempt, failure, deadline);
    }
    if (Trouble.of(failure) == Trouble.FAULT && group.size() > 1) {
      return oneByOne(group);
    }
    return fail(group, Trouble.notRecorded(failure));
  }

  /** The connection broke at the commit: asks PostgreSQL, once it answers again, what it did. */
  private CompletableFuture<Void> resolve(
      List<Submission> group, Attempt attempt, Throwable failure, long deadline) {
    return next(
        attempt.committed().subscribeAsCompletionStage(),
        (committed, again) -> {
          Batch written = attempt.written();
          if (again == null && committed && written != null) {
            return committed(written);
          }
          if (again == null) {
            return fail(group, Trouble.notRecorded(failure));
          }
          if (System.nanoTime() - deadline > 0) {
            return fail(
                group,
                new LedgerUnavailableException(
                    "PostgreSQL went away during the commit; the command may be recorded",
                    failure,
                    true));
          }
          Executor later =
              CompletableFuture.delayedExecutor(
                  RESOLVE_PAUSE_MILLIS, TimeUnit.MILLISECONDS, thread);
          return CompletableFuture.supplyAsync(
                  () -> resolve(group, attempt, failure, deadline), later)
              .thenCompose(Function.identity());
        });
  }

  /** One of the group spoiled the transaction: each gets its own, so that only that one fails. */
  private CompletableFuture<Void> oneByOne(List<Submission> group) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Submission submission : group) {
      all = all.thenCompose(_ -> record(List.of(submission), _ -> {}));
    }
    return all;
  }

  private static CompletableFuture<Void> fail(List<Submission> group, Throwable failure) {
    group.forEach(submission -> submission.caller().completeExceptionally(failure));
    return CompletableFuture.completedFuture(null);
  }

  private <T> CompletableFuture<Void> next(
      CompletableFuture<T> stage, BiFunction<T, Throwable, CompletableFuture<Void>> step) {
    return stage
        .handleAsync(
            (value, failure) ->
                step.apply(
                    value,
                    failure instanceof CompletionException wrapped && wrapped.getCause() != null
                        ? wrapped.getCause()
                        : failure),
            thread)
        .thenCompose(Function.identity());
  }
}
