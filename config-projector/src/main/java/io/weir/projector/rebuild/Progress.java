package io.weir.projector.rebuild;

/**
 * How far a running rebuild is.
 *
 * @param target the live generation's position when last looked at
 * @param eventsPerSecond since the rebuild began
 */
record Progress(long position, long target, long eventsPerSecond) {
  static Progress of(long position, long target, long startedNanos) {
    long millis = Math.max(1, (System.nanoTime() - startedNanos) / 1_000_000);
    return new Progress(position, target, position * 1_000 / millis);
  }
}
