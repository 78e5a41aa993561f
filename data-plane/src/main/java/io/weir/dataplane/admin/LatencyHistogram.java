package io.weir.dataplane.admin;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.Exemplars;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.weir.dataplane.metrics.Exemplar;
import io.weir.dataplane.metrics.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A histogram in seconds of what event loops have counted already, for which Micrometer has no
 * meter: its timers count themselves.
 */
record LatencyHistogram(String name, String help, Supplier<Latency> latency) implements Collector {
  private static final double MICROS = 1e6;

  @Override
  public HistogramSnapshot collect() {
    return HistogramSnapshot.builder()
        .name(name)
        .help(help)
        .dataPoint(point(latency.get(), Labels.EMPTY))
        .build();
  }

  @Override
  public String getPrometheusName() {
    return name;
  }

  /** One histogram of a family. */
  static HistogramDataPointSnapshot point(Latency latency, Labels labels) {
    ClassicHistogramBuckets.Builder buckets = ClassicHistogramBuckets.builder();
    List<io.prometheus.metrics.model.snapshots.Exemplar> exemplars = new ArrayList<>();
    for (int i = 0; i < Latency.BUCKETS; i++) {
      boolean last = i == Latency.BUCKETS - 1;
      buckets.bucket(
          last ? Double.POSITIVE_INFINITY : Latency.boundMicros(i) / MICROS, latency.count(i));
      Exemplar exemplar = latency.exemplar(i);
      if (exemplar != null) {
        exemplars.add(
            io.prometheus.metrics.model.snapshots.Exemplar.builder()
                .traceId(exemplar.traceId())
                .value(exemplar.micros() / MICROS)
                .timestampMillis(exemplar.atMillis())
                .build());
      }
    }
    return HistogramDataPointSnapshot.builder()
        .classicHistogramBuckets(buckets.build())
        .sum(latency.sumMicros() / MICROS)
        .exemplars(Exemplars.of(exemplars))
        .labels(labels)
        .build();
  }
}
