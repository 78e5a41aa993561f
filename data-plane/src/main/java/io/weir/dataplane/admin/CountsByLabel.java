package io.weir.dataplane.admin;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A counter for each value of one label, all read at once.
 *
 * @param name without {@code _total}, which the format adds
 * @param counts by the value of the label
 */
record CountsByLabel(String name, String help, String label, Supplier<Map<String, Long>> counts)
    implements Collector {
  @Override
  public CounterSnapshot collect() {
    CounterSnapshot.Builder family = CounterSnapshot.builder().name(name).help(help);
    counts.get().forEach((value, count) -> family.dataPoint(point(count, Labels.of(label, value))));
    return family.build();
  }

  @Override
  public String getPrometheusName() {
    return name;
  }

  /** One counter of a family. */
  static CounterDataPointSnapshot point(long count, Labels labels) {
    return CounterDataPointSnapshot.builder().value(count).labels(labels).build();
  }
}
