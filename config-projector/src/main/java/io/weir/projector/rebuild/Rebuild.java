package io.weir.projector.rebuild;

import io.weir.contracts.topic.Commit;
import io.weir.projector.projection.Patience;
import io.weir.projector.rebuild.Progress.Phase;
import io.weir.projector.store.Comparer;
import io.weir.projector.store.Comparison;
import io.weir.projector.store.Cutover;
import io.weir.projector.store.DatabaseUnavailableException;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import io.weir.projector.store.IndexBuild;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Fills one new generation and switches to it. It never runs ahead of the live generation: it
 * chases that one's checkpoint, and when it is close, stops it for the last steps.
 */
final class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);

  /** So many events are applied in a small part of {@link #SWITCH_NANOS}. */
  private static final long CLOSE = 100;

  /** How long the live writer may be kept waiting for the last steps. */
  private static final long SWITCH_NANOS = 500_000_000;

  /** Nobody waits for those of a comparison. */
  private static final long COMPARE_NANOS = 10_000_000_000L;

  private static final int ATTEMPTS = 60;
  private static final long FIRST_PAUSE_MS = 100;
  private static final long LONGEST_PAUSE_MS = 5_000;

  /** How often it is looked whether it is still wanted. */
  private static final long LOOK_MS = 500;

  private static final long SILENCE_NANOS = 5_000_000_000L;

  private final int number;
  private final Tools tools;
  private final TopicReader reader;
  private final Patience patience;
  private final long started = System.nanoTime();
  private long looked = started;
  private long stepped = started;
  private volatile Progress progress = Progress.NONE;

  /** What it works with in PostgreSQL. */
  record Tools(Generations generations, IndexBuild indexes, Comparer comparer, Cutover cutover) {}

  Rebuild(int number, Tools tools, TopicReader reader, Patience patience) {
    this.number = number;
    this.tools = tools;
    this.reader = reader;
    this.patience = patience;
  }

  int number() {
    return number;
  }

  Progress progress() {
    return progress;
  }

  /**
   * Returns when the new generation is the active one, with what it was found to be beside the one
   * before; throws when that cannot be.
   */
  Comparison run() {
    try (Building building = new Building(tools.generations(), this::building, patience)) {
      chase(building);
      enter(Phase.INDEXING);
      attempt(
          () -> {
            tools.indexes().create(number, this::watch);
            return number;
          });
      enter(Phase.COMPARING);
      Comparison comparison =
          attempt(
              () -> {
                chase(building);
                Comparison found =
                    tools
                        .comparer()
                        .compare(
                            number,
                            position -> lastSteps(building, position, COMPARE_NANOS),
                            this::watch);
                tools.generations().keep(number, found);
                return found;
              });
      enter(Phase.SWITCHING);
      attempt(
          () -> {
            // the answer to the commit may have been lost, the commit not
            if (active().number() != number) {
              chase(building);
              tools.cutover().to(number, position -> lastSteps(building, position, SWITCH_NANOS));
            }
            return number;
          });
      return comparison;
    }
  }

  private void enter(Phase phase) {
    progress = progress.in(phase);
    LOG.infof("Generation %d at event %d: %s", number, progress.position(), phase);
  }

  /**
   * Does what others may be in the way of, a number of times.
   *
   * @throws IllegalStateException if they always are, saying how
   */
  private <T> T attempt(Supplier<T> work) {
    long pause = FIRST_PAUSE_MS;
    for (int attempt = 1; ; attempt++) {
      try {
        return work.get();
      } catch (DatabaseUnavailableException | NotYetException e) {
        if (attempt == ATTEMPTS) {
          throw new IllegalStateException(
              "%s did not succeed in %d attempts: %s"
                  .formatted(progress.phase(), attempt, e.getMessage()),
              e);
        }
        LOG.infof("Generation %d has to wait: %s", number, e.getMessage());
        progress = progress.waiting(String.valueOf(e.getMessage()));
        rest(pause);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        // an outage is waited for here and counts once
        active();
      }
    }
  }

  private void rest(long millis) {
    for (long left = millis; left > 0; left -= LOOK_MS) {
      patience.pause(Math.min(left, LOOK_MS));
      watch();
    }
  }

  private void chase(Building building) {
    for (long target = live(); target - building.position() > CLOSE; target = live()) {
      while (building.position() < target) {
        step(building, target);
      }
    }
    building.flush();
  }

  private void lastSteps(Building building, long target, long nanos) {
    long deadline = System.nanoTime() + nanos;
    while (building.position() < target) {
      if (System.nanoTime() - deadline > 0) {
        throw new NotYetException("event %d has not come from Kafka".formatted(target));
      }
      step(building, target);
    }
    building.flush();
    if (System.nanoTime() - deadline > 0) {
      throw new NotYetException("PostgreSQL took too long over the last steps");
    }
  }

  private void step(Building building, long target) {
    watch();
    List<Commit> commits = reader.upTo(target);
    if (!commits.isEmpty()) {
      building.apply(commits);
      stepped = System.nanoTime();
      progress = progress.at(building.position(), target, started);
    } else if (System.nanoTime() - stepped > SILENCE_NANOS) {
      progress =
          progress.waiting(
              "Kafka has nothing after event %d, the read model is at event %d"
                  .formatted(building.position(), target));
    }
  }

  /** Throws when it is not to go on. */
  private void watch() {
    patience.check();
    if (System.nanoTime() - looked > LOOK_MS * 1_000_000) {
      patience.untilDone(this::building);
      looked = System.nanoTime();
    }
  }

  private long live() {
    return active().checkpoint().position();
  }

  private Generation active() {
    return patience.untilDone(
        () ->
            tools
                .generations()
                .active()
                .orElseThrow(() -> new IllegalStateException("there is no active generation")));
  }

  private Generation building() {
    return tools
        .generations()
        .find(number)
        .filter(generation -> generation.state() == Generation.State.BUILDING)
        .orElseThrow(
            () -> new IllegalStateException("generation %d was cleared away".formatted(number)));
  }

  /** It has to wait; the live generation goes on meanwhile. */
  private static final class NotYetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetException(String message) {
      super(message);
    }
  }
}
