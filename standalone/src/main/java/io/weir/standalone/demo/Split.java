package io.weir.standalone.demo;

import java.util.List;
import java.util.Locale;

/**
 * How the answers are spread over weighted servers, beside how they should be.
 *
 * @param requests how many were sent
 */
record Split(List<Backends.Running> servers, Tally tally, int requests) {

  /** The largest difference between what a server answered and its share. */
  double worst() {
    return servers.stream().mapToDouble(server -> Math.abs(deviation(server))).max().orElse(0);
  }

  /** The sum of the weights, which is the length of one exact round. */
  int weights() {
    return servers.stream().mapToInt(Backends.Running::weight).sum();
  }

  /** A line for each server. */
  List<String> lines() {
    return servers.stream()
        .map(
            server ->
                String.format(
                    Locale.ROOT,
                    "%s  weight %d  expected %5.0f  got %5d  deviation %+.1f",
                    server.name(),
                    server.weight(),
                    share(server),
                    tally.of(server.name()),
                    deviation(server)))
        .toList();
  }

  private double deviation(Backends.Running server) {
    return tally.of(server.name()) - share(server);
  }

  private double share(Backends.Running server) {
    return (double) requests * server.weight() / weights();
  }
}
