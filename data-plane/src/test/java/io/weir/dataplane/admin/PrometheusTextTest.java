package io.weir.dataplane.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.dataplane.metrics.Cells;
import io.weir.dataplane.metrics.Latency;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
  @Test
  void labelValuesAreEscaped() {
    PrometheusText out = new PrometheusText();
    out.family("a", "gauge", "An a.").sample(1, "x", "\"\\\n", "y", "z");
    assertThat(out.toString())
        .isEqualTo("# HELP a An a.\n# TYPE a gauge\na{x=\"\\\"\\\\\\n\",y=\"z\"} 1\n");
  }

  @Test
  void bucketsOfAHistogramAreCumulativeAndInSeconds() {
    Cells cells = new Cells(Latency.CELLS);
    Latency.record(cells, 0, 400);
    Latency.record(cells, 0, 2_000);
    Latency.record(cells, 0, 90_000_000);
    Latency latency = new Latency();
    latency.addAll(cells, 0);
    PrometheusText out = new PrometheusText();
    out.family("t_seconds", "histogram", "A t.").histogram(latency, "u", "v");
    assertThat(out.toString().lines())
        .contains(
            "t_seconds_bucket{u=\"v\",le=\"0.0005\"} 1",
            "t_seconds_bucket{u=\"v\",le=\"0.001\"} 1",
            "t_seconds_bucket{u=\"v\",le=\"0.0025\"} 2",
            "t_seconds_bucket{u=\"v\",le=\"60\"} 2",
            "t_seconds_bucket{u=\"v\",le=\"+Inf\"} 3",
            "t_seconds_sum{u=\"v\"} 90.0024",
            "t_seconds_count{u=\"v\"} 3");
  }
}
