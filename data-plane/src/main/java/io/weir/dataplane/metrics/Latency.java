package io.weir.dataplane.metrics;

import org.jspecify.annotations.Nullable;

/**
 * How long something took, in fixed buckets from 0.5 ms to 60 s: a histogram that an event loop
 * writes into {@link Cells} of its own, and the sum of several when read.
 */
public final class Latency {
  private static final long[] BOUNDS_MICROS = {
    500,
    1_000,
    2_500,
    5_000,
    10_000,
    25_000,
    50_000,
    100_000,
    250_000,
    500_000,
    1_000_000,
    2_500_000,
    5_000_000,
    10_000_000,
    30_000_000,
    60_000_000
  };

  /** How many buckets there are, the last one without an upper bound. */
  public static final int BUCKETS = BOUNDS_MICROS.length + 1;

  /** How many cells a histogram takes: its buckets and the sum of all microseconds. */
  public static final int CELLS = BUCKETS + 1;

  private final long[] counts = new long[BUCKETS];
  private final @Nullable Exemplar[] exemplars = new @Nullable Exemplar[BUCKETS];
  private long sumMicros;

  /** Counts one that took so many microseconds in the histogram that begins at a cell. */
  public static void record(Cells cells, int from, long micros) {
    cells.increment(from + bucket(micros));
    cells.add(from + BUCKETS, micros);
  }

  /** The bucket, from 0, of what took so many microseconds. */
  public static int bucket(long micros) {
    int bucket = 0;
    while (bucket < BOUNDS_MICROS.length && micros > BOUNDS_MICROS[bucket]) {
      bucket++;
    }
    return bucket;
  }

  /** Adds what is in the histogram that begins at a cell. */
  public void addAll(Cells cells, int from) {
    for (int i = 0; i < BUCKETS; i++) {
      counts[i] += cells.get(from + i);
    }
    sumMicros += cells.get(from + BUCKETS);
  }

  /** Adds what an event loop has; the latest of each bucket stays. */
  public void addAll(Exemplars of) {
    for (int i = 0; i < BUCKETS; i++) {
      Exemplar other = of.get(i);
      Exemplar mine = exemplars[i];
      if (other != null && (mine == null || mine.atMillis() < other.atMillis())) {
        exemplars[i] = other;
      }
    }
  }

  /** The upper bound of a bucket in microseconds; not of the last one. */
  public static long boundMicros(int bucket) {
    return BOUNDS_MICROS[bucket];
  }

  /** How many took longer than the bucket before allows and no longer than this one. */
  public long count(int bucket) {
    return counts[bucket];
  }

  /** One that was counted in a bucket and traced, or null. */
  public @Nullable Exemplar exemplar(int bucket) {
    return exemplars[bucket];
  }

  /** All of them together. */
  public long sumMicros() {
    return sumMicros;
  }
}
