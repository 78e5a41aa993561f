package io.weir.projector.intake;

import io.smallrye.mutiny.Uni;
import io.weir.contracts.image.Snapshot;
import io.weir.contracts.topic.CommitReader;
import io.weir.contracts.topic.TopicFault;
import io.weir.contracts.topic.TopicFaultException;
import io.weir.contracts.topic.TopicRecord;
import io.weir.projector.intake.IntakeState.CatchingUp;
import io.weir.projector.intake.IntakeState.Live;
import io.weir.projector.intake.IntakeState.Starting;
import io.weir.projector.intake.IntakeState.Stuck;
import io.weir.projector.projection.LedgerSettings;
import io.weir.projector.projection.Patience;
import io.weir.projector.projection.Projection;
import io.weir.projector.projection.RewoundException;
import io.weir.projector.projection.TopicRecords;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.view.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Applies the ledger topic to the active generation. Everything happens on one thread of its own,
 * which owns all state; the channel hands it one batch at a time and is told when that is done. No
 * offset is ever committed to Kafka: the checkpoint in PostgreSQL says where to continue.
 */
@ApplicationScoped
public class LedgerIntake {
  private static final Logger LOG = Logger.getLogger(LedgerIntake.class);

  private final LedgerConsumer consumer;
  private final Generations generations;
  private final SnapshotKeeper keeper;
  private final Duration repairEvery;

  private final Patience patience = new Patience();
  private final Worker worker = new Worker("ledger-intake", this::stuck);
  private final Cursor cursor = new Cursor();
  private CommitReader reader = new CommitReader(null);
  private Runnable preparation = () -> {};
  private boolean halted;
  private boolean rereading;
  private long rereadTo;
  private volatile @Nullable Projection projection;
  private volatile IntakeState state = new Starting();

  LedgerIntake(
      LedgerConsumer consumer,
      Generations generations,
      SnapshotKeeper keeper,
      LedgerSettings settings) {
    this.consumer = consumer;
    this.generations = generations;
    this.keeper = keeper;
    this.repairEvery = settings.repairInterval();
  }

  /** Begins, once {@code preparation} has gone through; it is repeated until it does. */
  public void start(Runnable preparation) {
    this.preparation = preparation;
    worker.submit(this::begin);
  }

  /** Forgets everything in memory and continues from what PostgreSQL holds, as after a crash. */
  public void restart() {
    worker.submit(this::restore);
  }

  /**
   * Ends the intake; what is under way is finished or left to the next start. Waits for at most 10
   * s.
   */
  public void stop() {
    worker.submit(() -> keeper.save(snapshot()));
    worker.stop(patience::end);
  }

  /** Where the intake stands. */
  public IntakeState state() {
    return state;
  }

  /** The image of everything applied and the offset that follows; null before the first event. */
  public @Nullable Snapshot snapshot() {
    Projection at = projection;
    return at == null ? null : at.snapshot();
  }

  @Incoming("ledger")
  Uni<Void> take(ConsumerRecords<String, String> records) {
    return Uni.createFrom().emitter(done -> worker.submit(() -> apply(records), done::complete));
  }

  private void begin() {
    patience.untilDone(
        () -> {
          preparation.run();
          return true;
        });
    restore();
  }

  private void restore() {
    Projection restored = new Projection(generations, this::writable, patience);
    var checkpoint = restored.checkpoint();
    Snapshot stored = patience.untilDone(() -> keeper.load(checkpoint));
    restored.restore(stored);
    projection = restored;
    rereading = false;
    long end = consumer.endOffset(patience);
    // One record back: it comes again, and its hash proves that the topic is the one the snapshot
    // was made from.
    readFrom(stored == null ? 0 : Math.max(0, stored.offset() - 1));
    state = new CatchingUp(end);
    LOG.infof(
        "Reading the ledger from event %d on; the read model is at event %d, the topic ends at"
            + " offset %d",
        restored.position() + 1, checkpoint.position(), end);
    if (end == 0 || (stored != null && stored.offset() >= end)) {
      caughtUp();
    }
  }

  private Generation writable() {
    Generation active =
        generations
            .active()
            .orElseThrow(() -> new IllegalStateException("there is no active generation"));
    if (!active.layout().equals(ReadModel.layout())) {
      throw new IllegalStateException(
          "generation %d was made by another version of Weir".formatted(active.number()));
    }
    return active;
  }

  private void readFrom(long offset) {
    Projection at = projection;
    reader = new CommitReader(at == null ? null : at.chain());
    halted = false;
    consumer.seek(offset, patience);
    cursor.sought(offset);
  }

  private void apply(ConsumerRecords<String, String> records) {
    List<TopicRecord> batch = TopicRecords.of(records);
    Projection target = projection;
    if (batch.isEmpty()
        || !cursor.admits(batch.getFirst().offset(), batch.getLast().offset())
        || halted
        || target == null) {
      return;
    }
    CommitReader.Read read = reader.read(batch);
    TopicFault fault = read.fault();
    try {
      target.apply(read.commits());
    } catch (RewoundException e) {
      LOG.warnf("%s; starting again from what is stored", e.getMessage());
      restore();
      return;
    } catch (TopicFaultException e) {
      fault = e.fault();
    }
    if (fault == null) {
      progressed(target, !read.commits().isEmpty(), batch.getLast().offset() + 1);
    } else {
      faulty(fault);
    }
  }

  private void progressed(Projection target, boolean applied, long nextOffset) {
    if (state instanceof Stuck stuck && (applied || nextOffset >= rereadTo)) {
      LOG.infof("The read model is at event %d: no longer stuck", target.position());
      state = stuck.caughtUp() ? new Live() : new CatchingUp(consumer.endOffset(patience));
    }
    if (applied) {
      rereading = false;
      keeper.applied(snapshot());
    }
    if (state instanceof CatchingUp catching && nextOffset >= catching.target()) {
      caughtUp();
    }
  }

  private void caughtUp() {
    Projection at = projection;
    LOG.infof("Live at event %d", at == null ? 0 : at.position());
    state = new Live();
  }

  /**
   * A topic that was created anew has other offsets, which looks like a gap: it is read once from
   * its beginning before the gap counts. What was applied is dropped again on the way, and the
   * hashes are compared where the two meet.
   */
  private void faulty(TopicFault fault) {
    if (fault.kind().rereadMayHelp() && !rereading) {
      LOG.warnf("%s; reading the topic again from its beginning", fault.sentence());
      rereading = true;
      readFrom(0);
    } else {
      stuck(fault.sentence(), null);
    }
  }

  private void stuck(Throwable defect) {
    String message = defect.getMessage();
    stuck(
        defect instanceof RuntimeException && message != null ? message : defect.toString(),
        defect);
  }

  private void stuck(String reason, @Nullable Throwable defect) {
    if (!(state instanceof Stuck was && was.reason().equals(reason))) {
      LOG.errorf(defect, "Stuck, read models stay as they are: %s", reason);
    }
    boolean caughtUp = state instanceof Live || (state instanceof Stuck was && was.caughtUp());
    state = new Stuck(reason, caughtUp);
    if (!halted) {
      halted = true;
      // Whoever puts the topic right need not know that this reader is waiting for it.
      worker.later(this::tryAgain, repairEvery);
    }
  }

  private void tryAgain() {
    if (!halted) {
      return;
    }
    // whatever goes wrong now is tried again, too
    halted = false;
    if (projection == null) {
      begin();
    } else {
      rereading = true;
      // who comes so far without finding anything wrong is right, whatever it was
      rereadTo = consumer.endOffset(patience);
      readFrom(0);
    }
  }
}
