package io.weir.dataplane.admin;

import static io.weir.dataplane.admin.CountsByLabel.point;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.telemetry.Traffic;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** What is told of each upstream that has had requests. */
record UpstreamMetrics(Traffic traffic, Supplier<RouteTable> table) implements MultiCollector {
  @Override
  public MetricSnapshots collect() {
    Set<String> known = new HashSet<>();
    CounterSnapshot.Builder overloads =
        CounterSnapshot.builder()
            .name("weir_upstream_overloads")
            .help("Requests refused because the upstream or all its nodes had no room.");
    for (UpstreamPool upstream : table.get().upstreams()) {
      String id = upstream.id().value();
      known.add(id);
      if (upstream.overloads() > 0) {
        overloads.dataPoint(point(upstream.overloads(), Labels.of("upstream", id)));
      }
    }
    CounterSnapshot.Builder requests =
        CounterSnapshot.builder()
            .name("weir_upstream_requests")
            .help("Requests for the upstream that ended.");
    CounterSnapshot.Builder failures =
        CounterSnapshot.builder()
            .name("weir_upstream_failures")
            .help("Requests for the upstream that failed or were answered 5xx.");
    HistogramSnapshot.Builder durations =
        HistogramSnapshot.builder()
            .name("weir_upstream_duration_seconds")
            .help("Head of the request to the end of the response.");
    traffic
        .upstreams(known)
        .forEach(
            (id, of) -> {
              Labels labels = Labels.of("upstream", id);
              requests.dataPoint(point(of.requests(), labels));
              failures.dataPoint(point(of.failures(), labels));
              durations.dataPoint(LatencyHistogram.point(of.duration(), labels));
            });
    return MetricSnapshots.of(
        requests.build(), overloads.build(), failures.build(), durations.build());
  }
}
