package io.weir.benchmarks;

import java.util.List;

/** What most of some measured times were, and the worst. */
public final class Quantiles {
  private Quantiles() {}

  /**
   * In words, aligned: p50, p90, p99 and the maximum.
   *
   * @param millis at least one, in any order
   */
  public static String of(List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    return "p50 %7.1f  p90 %7.1f  p99 %7.1f  max %7.1f ms"
        .formatted(at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), sorted.getLast());
  }

  private static double at(List<Double> sorted, double quantile) {
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
  }
}
