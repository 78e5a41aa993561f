package io.weir.benchmarks.gateway;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How to measure.
 *
 * @param runs of each gateway in each case
 * @param seconds of each run
 * @param warmUpSeconds the longest warm-up of a gateway
 * @param rate of the open loop, 0 for half of what nginx carries
 * @param latency whether there is an open loop
 * @param more options by gateway
 */
record Plan(
    int runs,
    double seconds,
    double warmUpSeconds,
    double rate,
    boolean latency,
    Map<String, String> more) {
  /** Progress. */
  void tell(String line) {
    System.err.println(line);
  }

  List<String> options(Gateway gateway) {
    String given = more.getOrDefault(gateway.name(), "").strip();
    return given.isEmpty() ? List.of() : Arrays.asList(given.split("\\s+"));
  }
}
