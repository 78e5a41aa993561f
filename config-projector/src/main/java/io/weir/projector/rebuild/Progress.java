package io.weir.projector.rebuild;

import org.jspecify.annotations.Nullable;

/**
 * How far a running rebuild is.
 *
 * @param target the live generation's position when last looked at
 * @param eventsPerSecond since the rebuild began
 * @param waiting why it does not go on at the moment, or null if it does
 */
record Progress(
    Phase phase, long position, long target, long eventsPerSecond, @Nullable String waiting) {
  /** What a rebuild does, one after the other. */
  enum Phase {
    READING,
    INDEXING,
    COMPARING,
    SWITCHING
  }

  static final Progress NONE = new Progress(Phase.READING, 0, 0, 0, null);

  Progress at(long newPosition, long newTarget, long startedNanos) {
    long millis = Math.max(1, (System.nanoTime() - startedNanos) / 1_000_000);
    return new Progress(phase, newPosition, newTarget, newPosition * 1_000 / millis, null);
  }

  Progress in(Phase next) {
    return new Progress(next, position, target, eventsPerSecond, null);
  }

  Progress waiting(String why) {
    return new Progress(phase, position, target, eventsPerSecond, why);
  }
}
