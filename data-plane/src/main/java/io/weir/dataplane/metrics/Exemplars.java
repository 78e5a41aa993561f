package io.weir.dataplane.metrics;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The latest {@link Exemplar} of each bucket of a {@link Latency}. Only one event loop writes, any
 * thread reads.
 */
public final class Exemplars {
  private final AtomicReferenceArray<@Nullable Exemplar> latest =
      new AtomicReferenceArray<>(Latency.BUCKETS);

  /** Replaces the one of its bucket; for the owning thread. */
  public void put(Exemplar exemplar) {
    latest.setRelease(Latency.bucket(exemplar.micros()), exemplar);
  }

  @Nullable Exemplar get(int bucket) {
    return latest.getAcquire(bucket);
  }
}
