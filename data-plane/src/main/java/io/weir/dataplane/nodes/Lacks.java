package io.weir.dataplane.nodes;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How often a connection could not be made because this process had no file, port or memory left
 * for it: counted each time, told in the log at most once a second. Thread-safe.
 */
final class Lacks {
  private static final System.Logger LOG = System.getLogger(Lacks.class.getName());
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongAdder count = new LongAdder();
  private final AtomicLong toldAt = new AtomicLong(System.nanoTime() - PAUSE_NANOS);

  void happened(String what) {
    count.increment();
    long now = System.nanoTime();
    long last = toldAt.get();
    if (now - last >= PAUSE_NANOS && toldAt.compareAndSet(last, now)) {
      LOG.log(
          System.Logger.Level.ERROR,
          "no connections to nodes can be made, which is not their fault: %s (%d so far)"
              .formatted(what, count.sum()));
    }
  }

  long count() {
    return count.sum();
  }
}
