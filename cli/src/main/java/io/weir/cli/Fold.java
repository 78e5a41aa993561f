package io.weir.cli;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.codec.UnknownEventException;
import io.weir.contracts.image.FoldException;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Envelope;
import io.weir.contracts.log.Recorded;
import io.weir.transparency.verify.Finding;
import io.weir.transparency.verify.History;
import io.weir.transparency.verify.UnsoundException;
import io.weir.transparency.verify.Verifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A history on its way to an image, command by command, with the chain proven. One use. */
final class Fold {
  private static final int PROGRESS_EVERY = 1_000;
  private static final int APPLY_EVERY = 10_000;

  private final long to;
  private final List<Recorded> open = new ArrayList<>();
  private @Nullable Chain chain;
  private @Nullable GatewayDelta delta;
  private @Nullable GatewayImage image;
  private long inDelta;

  /**
   * A fold that has not begun.
   *
   * @param to the last position that is read
   */
  Fold(long to) {
    this.to = to;
  }

  /**
   * Reads up to the position, or all there is.
   *
   * @return the first thing that is wrong, or null
   */
  @Nullable Finding over(History history, LongConsumer progress) throws IOException {
    try {
      while (proven() < to) {
        Recorded event = history.next(chain);
        if (event == null) {
          history.end(chain);
          break;
        }
        take(event);
        if (proven() % PROGRESS_EVERY == 0) {
          progress.accept(proven());
        }
      }
      apply();
      return null;
    } catch (UnsoundException e) {
      return e.finding();
    }
  }

  private void take(Recorded event) throws UnsoundException {
    Envelope envelope = event.envelope();
    Chain end = chain == null ? Chain.genesis(envelope.ledgerId()) : chain;
    long next = end.position() + 1;
    Verifier.step(end, event);
    if (!envelope.continuesCommit(open.isEmpty() ? null : open.getLast().envelope())) {
      throw new UnsoundException(
          next, "event %d does not belong to the command of the events around it".formatted(next));
    }
    chain = end.after(event);
    open.add(event);
    if (envelope.endsCommit()) {
      for (Recorded each : open) {
        replay(each);
      }
      open.clear();
      if (inDelta >= APPLY_EVERY) {
        apply();
      }
    }
  }

  private void replay(Recorded event) throws UnsoundException {
    long position = event.envelope().position();
    try {
      GatewayDelta now = delta;
      if (now == null) {
        GatewayImage base = image;
        now =
            new GatewayDelta(
                base == null ? GatewayImage.genesis(event.envelope().ledgerId()) : base);
        delta = now;
      }
      now.replay(event, EventCodec.CURRENT.decode(event));
      inDelta++;
    } catch (UnknownEventException e) {
      throw new UnsoundException(
          position, "event %d cannot be read: %s".formatted(position, e.getMessage()));
    } catch (FoldException e) {
      throw new UnsoundException(
          position, "event %d cannot be applied: %s".formatted(position, e.getMessage()));
    }
  }

  private void apply() {
    GatewayDelta now = delta;
    if (now != null) {
      image = now.apply();
      delta = null;
      inDelta = 0;
    }
  }

  /** The position of the last event that was proven. */
  long proven() {
    Chain end = chain;
    return end == null ? 0 : end.position();
  }

  /** The image after the last whole command, or null before the first. */
  @Nullable GatewayImage image() {
    return image;
  }

  /** What was proven and is not in the image, or null. */
  @Nullable String left() {
    return open.isEmpty()
        ? null
        : "events %d to %d: their command goes on after that"
            .formatted(open.getFirst().envelope().position(), proven());
  }
}
