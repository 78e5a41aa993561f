package io.weir.projector.rebuild;

import io.weir.projector.projection.LedgerSettings;
import io.weir.projector.projection.Patience;
import io.weir.projector.store.Comparison;
import io.weir.projector.store.Cutover;
import io.weir.projector.store.Database;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
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
  private static final long LOCK = 0x77656972_0067656eL;

  private final Database database;
  private final Generations generations;
  private final Cutover cutover;
  private final String bootstrapServers;
  private final String topic;
  private final Patience patience = new Patience();
  private volatile @Nullable Rebuild running;

  Rebuilds(
      Database database,
      Generations generations,
      Cutover cutover,
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
      LedgerSettings settings) {
    this.database = database;
    this.generations = generations;
    this.cutover = cutover;
    this.bootstrapServers = bootstrapServers;
    this.topic = settings.topic();
  }

  /**
   * Makes the read model fit to be written by this process: there is an active generation, nothing
   * is left of rebuilds that were killed, and the tables have this build's shape, for which the
   * read model is rebuilt if need be.
   */
  public void prepare() {
    generations.ensureActive();
    SessionLock.tryTake(database, LOCK)
        .ifPresent(
            lock -> {
              try (lock) {
                clearAway();
                if (!hasThisLayout()) {
                  LOG.info("The read model was made by another version of Weir: rebuilding it");
                  run(generations.createBuilding());
                }
              }
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
    for (Generation killed : generations.in(Generation.State.BUILDING)) {
      LOG.infof("Clearing away generation %d, whose rebuild was interrupted", killed.number());
      generations.drop(killed.number(), Generation.State.FAILED, "interrupted");
    }
    generations
        .in(Generation.State.RETIRED)
        .forEach(old -> generations.drop(old.number(), Generation.State.DROPPED, ""));
  }

  /** Begins a rebuild and gives its generation's number; nothing if one is under way already. */
  public OptionalInt begin() {
    SessionLock lock = SessionLock.tryTake(database, LOCK).orElse(null);
    if (lock == null) {
      return OptionalInt.empty();
    }
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
                    }
                  });
      return OptionalInt.of(number);
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
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

  private void run(int number) {
    try (TopicReader reader = new TopicReader(bootstrapServers, topic)) {
      Rebuild rebuild = new Rebuild(number, generations, cutover, reader, patience);
      running = rebuild;
      report(number, rebuild.run());
      patience.untilDone(
          () -> {
            clearAway();
            return number;
          });
    } catch (CancellationException e) {
      LOG.infof("The rebuild of generation %d is left to the next start", number);
    } catch (RuntimeException e) {
      LOG.errorf(e, "The rebuild of generation %d failed; the active one stays", number);
      patience.untilDone(
          () -> {
            generations.drop(number, Generation.State.FAILED, String.valueOf(e.getMessage()));
            return number;
          });
    } finally {
      running = null;
    }
  }

  private static void report(int number, Optional<Comparison> comparison) {
    LOG.infof("Generation %d is active", number);
    comparison
        .filter(found -> !found.identical())
        .ifPresent(
            found -> LOG.warnf("Generation %d differs from the one before: %s", number, found));
  }
}
