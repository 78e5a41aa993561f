package io.weir.benchmarks.gateway;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Something that forwards requests, or the bare backend for comparison. */
interface Gateway {
  /**
   * All there are; ratios are to nginx.
   *
   * @param before another checkout of Weir, built, that takes part as well
   */
  static List<Gateway> all(Optional<Path> before) {
    return Stream.concat(
            before.map(WeirGateway::before).stream(),
            Stream.of(
                WeirGateway.here(),
                new NginxGateway(),
                new HaproxyGateway(),
                new SpringCloudGateway(),
                new NoGateway()))
        .toList();
  }

  /** The name it is chosen by. */
  String name();

  /** Its version, as it says itself. */
  String version();

  /** Why it takes no part, if it does not. */
  Optional<String> missing();

  /** Why it is left out of a case, if it is. */
  default Optional<String> leftOut(Case of) {
    return Optional.empty();
  }

  /** Requests before it is as fast as it gets. */
  long warmUpRequests();

  /** Starts it for a case; {@code more} are options of its own. */
  Running start(Site site, List<String> more) throws IOException, InterruptedException;

  /**
   * A gateway at work.
   *
   * @param process null for the bare backend
   * @param command what was started
   */
  record Running(
      @org.jspecify.annotations.Nullable Process process, int port, List<String> command) {
    /** CPU time so far in microseconds, 0 for the bare backend. */
    double cpuMicros() throws IOException {
      return process == null ? 0 : Machine.cpuMicros(process.toHandle());
    }
  }
}
