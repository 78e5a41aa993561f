package io.weir.benchmarks.gateway;

import io.weir.benchmarks.load.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What one gateway did in one case, run by run. */
final class Result {
  final String gateway;
  final List<String> command;
  final List<Run> closed = new ArrayList<>();
  final List<Measured> open = new ArrayList<>();
  @Nullable String leftOut;

  /** One closed-loop run. */
  record Run(double perSecond, double cpuMicrosPerRequest, long requests, long errors) {}

  Result(String gateway, List<String> command) {
    this.gateway = gateway;
    this.command = command;
  }

  double perSecond() {
    return median(closed, Run::perSecond);
  }

  double cpuMicros() {
    return median(closed, Run::cpuMicrosPerRequest);
  }

  double latency(ToDoubleFunction<Measured> percentile) {
    return median(open, percentile);
  }

  long errors() {
    return closed.stream().mapToLong(Run::errors).sum()
        + open.stream().mapToLong(run -> run.errors() + run.unfinished()).sum();
  }

  /** The middle one, or the mean of the two in the middle; NaN of none. */
  static <T> double median(List<T> runs, ToDoubleFunction<T> value) {
    double[] sorted = runs.stream().mapToDouble(value).sorted().toArray();
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
