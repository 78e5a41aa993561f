package io.weir.projector.rebuild;

import io.weir.contracts.image.Snapshot;
import io.weir.contracts.topic.Commit;
import io.weir.projector.projection.Fold;
import io.weir.projector.projection.Patience;
import io.weir.projector.store.Checkpoint;
import io.weir.projector.store.CheckpointMovedException;
import io.weir.projector.store.DatabaseUnavailableException;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.view.Change;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.Rows;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The generation that is being built, which nobody else writes: the caller's thread folds what
 * comes while PostgreSQL takes in what came before, many events in one transaction.
 */
final class Building implements AutoCloseable {
  /** How many events are written at once. */
  private static final int MOST_EVENTS = 2_000;

  /** Or how much data of events, in characters: their rows are a few times as large. */
  private static final long MOST_DATA = 4_000_000;

  private final Generations generations;
  private final Supplier<Generation> source;
  private final Patience patience;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("rebuild-writer").daemon().factory());

  private @Nullable Snapshot image;
  private Rows rows = new Rows();
  private Checkpoint next = Checkpoint.NONE;
  private int events;
  private long data;
  private @Nullable Future<?> writing;

  /** As it is in PostgreSQL; of the writer's thread. */
  private Generation written;

  /**
   * An empty generation.
   *
   * @param source looks it up as it is now; throws when it shall not be built any more
   */
  Building(Generations generations, Supplier<Generation> source, Patience patience) {
    this.generations = generations;
    this.source = source;
    this.patience = patience;
    this.written = patience.untilDone(source);
  }

  /** The position of the last event that was folded. */
  long position() {
    return next.position();
  }

  /** Folds commands; most of them are in the tables only after {@link #flush}. */
  void apply(List<Commit> commits) {
    for (Commit commit : commits) {
      Change change = Fold.step(image, commit);
      ReadModel.write(change, rows);
      image = new Snapshot(change.after(), commit.nextOffset());
      next = Checkpoint.after(commit);
      events += commit.entries().size();
      for (var entry : commit.entries()) {
        data += entry.recorded().data().length();
      }
      if (events >= MOST_EVENTS || data >= MOST_DATA) {
        handOver();
      }
    }
  }

  /** Waits until everything that was folded is in the tables. */
  void flush() {
    handOver();
    await();
  }

  private void handOver() {
    if (events == 0) {
      return;
    }
    await();
    Rows all = rows;
    Checkpoint to = next;
    writing = writer.submit(() -> write(all, to));
    rows = new Rows();
    events = 0;
    data = 0;
  }

  private void await() {
    Future<?> last = writing;
    if (last == null) {
      return;
    }
    try {
      last.get();
      writing = null;
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    }
  }

  private void write(Rows all, Checkpoint to) {
    patience.untilDone(
        () -> {
          try {
            generations.write(written, to, all);
          } catch (CheckpointMovedException | DatabaseUnavailableException e) {
            Generation now = source.get();
            if (!now.checkpoint().equals(to)) {
              requireUnmoved(now);
              throw e;
            }
            // the answer to the commit was lost, the commit was not
          }
          written = new Generation(written.number(), written.state(), written.layout(), to);
          return to;
        });
  }

  /** Nobody else writes; only a database that was restored can be elsewhere. */
  private void requireUnmoved(Generation now) {
    if (!now.checkpoint().equals(written.checkpoint())) {
      throw new IllegalStateException(
          "generation %d is at event %d, where %d was written"
              .formatted(
                  now.number(), now.checkpoint().position(), written.checkpoint().position()));
    }
  }

  @Override
  public void close() {
    writer.shutdown();
  }
}
