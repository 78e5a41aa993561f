package io.weir.projector.rebuild;

import io.weir.projector.projection.LedgerSettings;
import io.weir.projector.projection.Patience;
import io.weir.projector.store.Comparer;
import io.weir.projector.store.Comparison;
import io.weir.projector.store.Cutover;
import io.weir.projector.store.Database;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.store.IndexBuild;
import io.weir.projector.store.SessionLock;
import io.weir.projector.view.ReadModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CancellationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Rebuilds of the read model, one at a time among all processes. */
@ApplicationScoped
public class Rebuilds {
  private static final Logger LOG = Logger.getLogger(Rebuilds.class);

  /** Names the lock; "weir" and "gen". */
  static final long LOCK = 0x77656972_0067656eL;

  private static final long LOOK_MS = 500;
  private static final String ANOTHER = "the read model was made by another version of Weir";

  private final Database database;
  private final Generations generations;
  private final Rebuild.Tools tools;
  private final String bootstrapServers;
  private final String topic;
  private final Patience patience = new Patience();
  private volatile @Nullable Rebuild running;

  Rebuilds(
      Database database,
      Generations generations,
      IndexBuild indexes,
      Comparer comparer,
      Cutover cutover,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      LedgerSettings settings) {
    this.database = database;
    this.generations = generations;
    this.tools = new Rebuild.Tools(generations, indexes, comparer, cutover);
    this.bootstrapServers = bootstrapServers;
    this.topic = settings.topic();
  }

  /**
   * Makes the read model fit to be written by this process: there is an active generation, nothing
   * is left of rebuilds that were killed, and the tables have this build's shape, for which the
   * read model is rebuilt if need be. If another process is rebuilding it, waits for what becomes
   * of that.
   *
   * @throws IllegalStateException if the tables have another shape still: rebuilding them failed or
   *     was cancelled
   */
  public void prepare() {
    generations.ensureActive();
    if (!prepared()) {
      LOG.info(
          "Another process is rebuilding the read model, which this one cannot write: waiting");
      do {
        patience.pause(LOOK_MS);
      } while (!prepared());
    }
  }

  /** Whether there is no more to be done; otherwise somebody else is at it. */
  private boolean prepared() {
    SessionLock lock = SessionLock.tryTake(database, LOCK).orElse(null);
    if (lock == null) {
      return hasThisLayout();
    }
    try (lock) {
      clearAway();
      if (!hasThisLayout()) {
        requireNotCancelled();
        LOG.info("The read model was made by another version of Weir: rebuilding it");
        String failure = run(generations.createBuilding());
        if (failure != null) {
          throw new IllegalStateException(ANOTHER + " and was not rebuilt: " + failure);
        }
      }
      return true;
    }
  }

  /** Whoever called it off does not want it to begin again by itself, here or elsewhere. */
  private void requireNotCancelled() {
    generations
        .newest()
        .filter(last -> last.state() == Generation.State.CANCELLED)
        .filter(last -> last.layout().equals(ReadModel.layout()))
        .ifPresent(
            last -> {
              throw new IllegalStateException(
                  "%s and its rebuild %d was cancelled; POST /v1/rebuilds begins another"
                      .formatted(ANOTHER, last.number()));
            });
  }

  private boolean hasThisLayout() {
    return generations
        .active()
        .map(Generation::layout)
        .filter(ReadModel.layout()::equals)
        .isPresent();
  }

  private void clearAway() {
    for (Generation left : generations.leftovers()) {
      switch (left.state()) {
        case BUILDING -> {
          LOG.infof("Clearing away generation %d, whose rebuild was interrupted", left.number());
          generations.drop(left.number(), Generation.State.FAILED, "interrupted");
        }
        case RETIRED -> generations.drop(left.number(), Generation.State.DROPPED, "");
        default -> generations.drop(left.number(), left.state(), "");
      }
    }
  }

  /** Begins a rebuild and gives its generation's number; nothing if one is under way already. */
  public OptionalInt begin() {
    SessionLock lock = SessionLock.tryTake(database, LOCK).orElse(null);
    if (lock == null) {
      return OptionalInt.empty();
    }
    boolean begun = false;
    try {
      clearAway();
      int number = generations.createBuilding();
      var unused =
          Thread.ofPlatform()
              .name("rebuild-" + number)
              .start(
                  () -> {
                    try (lock) {
                      run(number);
                    } catch (CancellationException e) {
                      LOG.debugf("Rebuild %d ends with the process", number);
                    }
                  });
      begun = true;
      return OptionalInt.of(number);
    } finally {
      if (!begun) {
        lock.close();
      }
    }
  }

  /** What became of the wish to end a rebuild. */
  enum Cancellation {
    UNKNOWN,
    NOT_RUNNING,
    CANCELLED
  }

  /**
   * Calls a rebuild off, whichever process runs it: that one sees it within a second, and removes
   * what it has written.
   */
  Cancellation cancel(int number) {
    if (!generations.cancel(number)) {
      return generations.find(number).isEmpty() ? Cancellation.UNKNOWN : Cancellation.NOT_RUNNING;
    }
    LOG.infof("The rebuild of generation %d is cancelled", number);
    SessionLock.tryTake(database, LOCK)
        .ifPresent(
            lock -> {
              try (lock) {
                // nobody runs it: the process was killed
                clearAway();
              }
            });
    return Cancellation.CANCELLED;
  }

  /** How far a rebuild that runs in this process is. */
  Optional<Progress> progress(int number) {
    Rebuild now = running;
    return now != null && now.number() == number ? Optional.of(now.progress()) : Optional.empty();
  }

  /** Ends a running rebuild; what it left is cleared away at the next start. */
  public void stop() {
    patience.end();
  }

  /** Rebuilds; gives why there is no new active generation, or null if there is. */
  private @Nullable String run(int number) {
    try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
      Rebuild rebuild = new Rebuild(number, tools, reader, patience);
      running = rebuild;
      report(number, rebuild.run());
      patience.untilDone(
          () -> {
            clearAway();
            return number;
          });
      return null;
    } catch (CancellationException e) {
      LOG.infof("The rebuild of generation %d is left to the next start", number);
      throw e;
    } catch (RuntimeException | Error e) {
      return patience.untilDone(() -> failed(number, e));
    } finally {
      running = null;
    }
  }

  private String failed(int number, Throwable why) {
    boolean cancelled =
        generations
            .find(number)
            .filter(generation -> generation.state() == Generation.State.CANCELLED)
            .isPresent();
    if (cancelled) {
      LOG.infof("Generation %d is removed", number);
      generations.drop(number, Generation.State.CANCELLED, "");
      return "generation %d was cancelled".formatted(number);
    }
    LOG.errorf(why, "The rebuild of generation %d failed; the active one stays", number);
    String message = why.getMessage();
    String reason = why instanceof RuntimeException && message != null ? message : why.toString();
    generations.drop(number, Generation.State.FAILED, reason);
    return reason;
  }

  private static void report(int number, Comparison comparison) {
    LOG.infof("Generation %d is active", number);
    if (!comparison.identical()) {
      LOG.warnf("Generation %d differs from the one before: %s", number, comparison);
    }
  }
}
