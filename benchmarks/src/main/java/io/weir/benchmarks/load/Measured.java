package io.weir.benchmarks.load;

import org.HdrHistogram.Histogram;

/**
 * What a run of load showed; latencies in microseconds.
 *
 * @param requests answered while it counted
 * @param total answered from the first to the last, warm-up included
 * @param errors answers but 2xx and connections that broke
 * @param unfinished requests without an answer at the end; their wait so far is among the latencies
 */
public record Measured(
    double seconds,
    double rate,
    long requests,
    long total,
    long errors,
    long unfinished,
    double p50,
    double p90,
    double p99,
    double p999,
    double max) {
  static Measured of(
      double seconds, double rate, long total, long errors, long unfinished, Histogram nanos) {
    return new Measured(
        seconds,
        rate,
        nanos.getTotalCount() - unfinished,
        total,
        errors,
        unfinished,
        nanos.getValueAtPercentile(50) / 1e3,
        nanos.getValueAtPercentile(90) / 1e3,
        nanos.getValueAtPercentile(99) / 1e3,
        nanos.getValueAtPercentile(99.9) / 1e3,
        nanos.getMaxValue() / 1e3);
  }
}
