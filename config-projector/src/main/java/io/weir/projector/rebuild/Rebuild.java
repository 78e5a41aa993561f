package io.weir.projector.rebuild;

import io.weir.projector.projection.Patience;
import io.weir.projector.projection.Projection;
import io.weir.projector.store.Comparison;
import io.weir.projector.store.Cutover;
import io.weir.projector.store.DatabaseUnavailableException;
import io.weir.projector.store.Generation;
import io.weir.projector.store.Generations;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Fills one new generation and switches to it. It never runs ahead of the live generation: it
 * chases that one's checkpoint, and when it is close, stops it for the last steps.
 */
final class Rebuild {
  private static final Logger LOG = Logger.getLogger(Rebuild.class);
  private static final long CLOSE = 200;
  private static final long LAST_STEPS_NANOS = 5_000_000_000L;
  private static final long PAUSE_MS = 200;

  private final int number;
  private final Generations generations;
  private final Cutover cutover;
  private final TopicReader reader;
  private final Patience patience;
  private final long started = System.nanoTime();
  private volatile Progress progress = new Progress(0, 0, 0);

  Rebuild(
      int number, Generations generations, Cutover cutover, TopicReader reader, Patience patience) {
    this.number = number;
    this.generations = generations;
    this.cutover = cutover;
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
   * Returns when the new generation is the active one, with what the switch found; throws when that
   * cannot be.
   */
  Optional<Comparison> run() {
    Projection projection = new Projection(generations, this::building, patience);
    while (true) {
      chase(projection);
      try {
        return Optional.of(cutover.to(number, position -> lastSteps(projection, position)));
      } catch (DatabaseUnavailableException | NotYetException e) {
        LOG.infof("Generation %d does not switch yet: %s", number, e.getMessage());
        patience.pause(PAUSE_MS);
        if (active().number() == number) {
          // The answer to the commit was lost, the commit was not.
          return Optional.empty();
        }
      }
    }
  }

  private void chase(Projection projection) {
    for (long target = live(); target - projection.position() > CLOSE; target = live()) {
      while (projection.position() < target) {
        step(projection, target);
      }
    }
  }

  private void lastSteps(Projection projection, long target) {
    long deadline = System.nanoTime() + LAST_STEPS_NANOS;
    while (projection.position() < target) {
      if (System.nanoTime() - deadline > 0) {
        throw new NotYetException("event %d has not come from Kafka".formatted(target));
      }
      step(projection, target);
    }
  }

  private void step(Projection projection, long target) {
    patience.check();
    projection.apply(reader.upTo(target));
    progress = Progress.of(projection.position(), target, started);
  }

  private long live() {
    return active().checkpoint().position();
  }

  private Generation active() {
    return patience.untilDone(
        () ->
            generations
                .active()
                .orElseThrow(() -> new IllegalStateException("there is no active generation")));
  }

  private Generation building() {
    return generations
        .find(number)
        .filter(generation -> generation.state() == Generation.State.BUILDING)
        .orElseThrow(
            () -> new IllegalStateException("generation %d was cleared away".formatted(number)));
  }

  /** The switch has to wait; the live generation goes on meanwhile. */
  private static final class NotYetException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYetException(String message) {
      super(message);
    }
  }
}
