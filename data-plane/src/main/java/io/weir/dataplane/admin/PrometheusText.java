package io.weir.dataplane.admin;

import io.weir.dataplane.metrics.Latency;
import java.math.BigDecimal;

/** Writes metrics in Prometheus' text format, version 0.0.4. One thread. */
final class PrometheusText {
  private static final double MICROS = 1e6;

  private final StringBuilder out = new StringBuilder(16 * 1024);
  private String name = "";

  /** Begins a family; its samples follow. */
  PrometheusText family(String familyName, String type, String help) {
    name = familyName;
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    return this;
  }

  /** A sample of the family. */
  PrometheusText sample(long value, String... labels) {
    series("", labels);
    out.append(value).append('\n');
    return this;
  }

  /** A sample of the family. */
  PrometheusText sample(double value, String... labels) {
    series("", labels);
    out.append(value).append('\n');
    return this;
  }

  /** A family of one sample. */
  void counter(String familyName, String help, long value) {
    family(familyName, "counter", help).sample(value);
  }

  /** A family of one sample. */
  void gauge(String familyName, String help, long value) {
    family(familyName, "gauge", help).sample(value);
  }

  /** A histogram of the family, in seconds. */
  PrometheusText histogram(Latency latency, String... labels) {
    long count = 0;
    for (int i = 0; i < Latency.BUCKETS; i++) {
      count += latency.count(i);
      String bound =
          i == Latency.BUCKETS - 1
              ? "+Inf"
              : BigDecimal.valueOf(Latency.boundMicros(i), 6).stripTrailingZeros().toPlainString();
      series("_bucket", with(labels, bound));
      out.append(count).append('\n');
    }
    series("_sum", labels);
    out.append(latency.sumMicros() / MICROS).append('\n');
    series("_count", labels);
    out.append(count).append('\n');
    return this;
  }

  /** A summary of the family that has no quantiles. */
  PrometheusText summary(double sum, long count, String... labels) {
    series("_sum", labels);
    out.append(sum).append('\n');
    series("_count", labels);
    out.append(count).append('\n');
    return this;
  }

  private static String[] with(String[] labels, String bound) {
    String[] all = new String[labels.length + 2];
    System.arraycopy(labels, 0, all, 0, labels.length);
    all[labels.length] = "le";
    all[labels.length + 1] = bound;
    return all;
  }

  private void series(String suffix, String... labels) {
    out.append(name).append(suffix);
    if (labels.length > 0) {
      out.append('{');
      for (int i = 0; i < labels.length; i += 2) {
        out.append(i == 0 ? "" : ",").append(labels[i]).append("=\"");
        escape(labels[i + 1]);
        out.append('"');
      }
      out.append('}');
    }
    out.append(' ');
  }

  private void escape(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\' -> out.append("\\\\");
        case '"' -> out.append("\\\"");
        case '\n' -> out.append("\\n");
        default -> out.append(c);
      }
    }
  }

  /** Everything written. */
  @Override
  public String toString() {
    return out.toString();
  }
}
