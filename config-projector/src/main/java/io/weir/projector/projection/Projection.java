package io.weir.projector.projection;

import io.weir.contracts.image.Snapshot;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.FaultKind;
import io.weir.contracts.topic.Commit;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.projector.store.Checkpoint;
import io.weir.projector.store.CheckpointMovedException;
import io.weir.projector.store.DatabaseUnavailableException;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.view.Change;
import io.weir.projector.view.ReadModel;
import io.weir.projector.view.Rows;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One generation as it is being written: the image of everything applied, and the tables, which are
 * never behind it but may be ahead. Events that the tables have already only advance the image. One
 * thread writes; any may read {@link #snapshot}.
 */
public final class Projection {
  private final Generations generations;
  private final Supplier<Generation> source;
  private final Patience patience;
  private Generation generation;
  private volatile @Nullable Snapshot snapshot;

  /**
   * A projection without an image yet.
   *
   * @param source looks up the generation to write, as it is now
   */
  public Projection(Generations generations, Supplier<Generation> source, Patience patience) {
    this.generations = generations;
    this.source = source;
    this.patience = patience;
    this.generation = patience.untilDone(source);
  }

  /** Begins with an image, or with none, that is not ahead of the tables. */
  public void restore(@Nullable Snapshot image) {
    snapshot = image;
    generation = patience.untilDone(source);
  }

  /** The image of everything applied and the offset that follows; null before the first event. */
  public @Nullable Snapshot snapshot() {
    return snapshot;
  }

  /** The position of the image, 0 before the first event. */
  public long position() {
    Snapshot at = snapshot;
    return at == null ? 0 : at.image().position();
  }

  /** The chain that the next event has to continue; null before the first. */
  public @Nullable Chain chain() {
    Snapshot at = snapshot;
    return at == null ? null : at.image().provenance().chain();
  }

  /** How far the tables were when last looked at. */
  public Checkpoint checkpoint() {
    return generation.checkpoint();
  }

  /**
   * Applies commands that continue the chain; returns when image and tables have them. Waits as
   * long as PostgreSQL is away. Of several commands, those before one that cannot be folded are
   * applied.
   *
   * @throws TopicFaultException if the tables were made from another history, or a command speaks
   *     of something that does not exist
   * @throws RewoundException if the tables are behind the image
   */
  public void apply(List<Commit> commits) {
    if (commits.isEmpty()) {
      return;
    }
    patience.untilDone(
        () -> {
          try {
            write(commits);
          } catch (CheckpointMovedException | DatabaseUnavailableException e) {
            // Another writer is ahead, another generation is active, or a commit went through
            // unseen.
            generation = source.get();
            if (generation.checkpoint().position() < position()) {
              throw new RewoundException(generation.checkpoint().position(), position());
            }
            throw e;
          }
          return commits;
        });
  }

  private void write(List<Commit> commits) {
    Rows rows = new Rows();
    Checkpoint tables = generation.checkpoint();
    Checkpoint next = tables;
    Snapshot at = snapshot;
    TopicFaultException stop = null;
    for (Commit commit : commits) {
      try {
        Change change = Fold.step(at, commit);
        if (commit.position() > tables.position()) {
          ReadModel.write(change, rows);
          next = Checkpoint.after(commit);
        } else {
          requireSameHistory(tables, commit);
        }
        at = new Snapshot(change.after(), commit.nextOffset());
      } catch (TopicFaultException e) {
        stop = e;
        break;
      }
    }
    if (next.position() > tables.position()) {
      generations.write(generation, next, rows);
      generation =
          new Generation(generation.number(), generation.state(), generation.layout(), next);
    }
    snapshot = at;
    if (stop != null) {
      throw stop;
    }
  }

  private static void requireSameHistory(Checkpoint tables, Commit commit) {
    UUID ledgerId = tables.ledgerId();
    if (ledgerId != null && !ledgerId.equals(commit.ledgerId())) {
      throw otherHistory(
          commit,
          "belongs to ledger %s, the read model to %s".formatted(commit.ledgerId(), ledgerId));
    }
    if (commit.position() == tables.position() && !commit.hash().equals(tables.hash())) {
      throw otherHistory(
          commit,
          "has hash %s where the read model has %s: another history"
              .formatted(commit.hash(), tables.hash()));
    }
  }

  private static TopicFaultException otherHistory(Commit commit, String what) {
    return TopicFaultException.of(
        FaultKind.ANOTHER_HISTORY, commit.last().recorded().envelope(), what);
  }
}
