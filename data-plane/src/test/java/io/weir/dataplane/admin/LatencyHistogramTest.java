package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.weir.dataplane.metrics.Cells;
import io.weir.dataplane.metrics.Latency;
import org.junit.jupiter.api.Test;

class LatencyHistogramTest {
  @Test
  void bucketsAreCumulativeAndInSeconds() {
    Cells cells = new Cells(Latency.CELLS);
    Latency.record(cells, 0, 400);
    Latency.record(cells, 0, 2_000);
    Latency.record(cells, 0, 90_000_000);
    Latency latency = new Latency();
    latency.addAll(cells, 0);
    var registry =
        new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM);
    registry
        .getPrometheusRegistry()
        .register(new LatencyHistogram("t_seconds", "A t.", () -> latency));
    assertThat(registry.scrape().lines())
        .contains(
            "t_seconds_bucket{le=\"5.0E-4\"} 1",
            "t_seconds_bucket{le=\"0.001\"} 1",
            "t_seconds_bucket{le=\"0.0025\"} 2",
            "t_seconds_bucket{le=\"60.0\"} 2",
            "t_seconds_bucket{le=\"+Inf\"} 3",
            "t_seconds_sum 90.0024",
            "t_seconds_count 3");
  }
}
