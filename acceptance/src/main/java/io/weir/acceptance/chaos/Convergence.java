package io.weir.acceptance.chaos;

import io.weir.acceptance.chaos.cluster.Cluster;
import io.weir.acceptance.chaos.fault.Target;
import io.weir.acceptance.chaos.history.Sighting;
import io.weir.acceptance.chaos.load.Caller;
import io.weir.acceptance.chaos.load.GatewayWatch;
import io.weir.acceptance.chaos.load.Heard;
import io.weir.acceptance.chaos.load.Management;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long everybody takes, after the last fault, to know all that was recorded by then. */
final class Convergence {
  /** Whoever has not come by then does not come by itself. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private static final int LOOK_MILLIS = 50;

  private final Cluster cluster;
  private final Load load;

  Convergence(Cluster cluster, Load load) {
    this.cluster = cluster;
    this.load = load;
  }

  /**
   * What was seen.
   *
   * @param ready after which all processes said that they are ready
   * @param agreed after which, from then on, everybody knew the ledger's end of that moment
   * @param missing who did not, a sentence each; then the times are those of giving up
   */
  record Seen(Duration ready, Duration agreed, List<String> missing) {}

  /** Waits; clients go on meanwhile. */
  Seen await() throws InterruptedException {
    long begun = System.nanoTime();
    List<Target> unready = awaitReady(PATIENCE);
    Duration ready = Duration.ofNanos(System.nanoTime() - begun);
    if (!unready.isEmpty()) {
      return new Seen(ready, Duration.ZERO, List.of("not ready: " + unready));
    }
    long start = System.nanoTime();
    List<String> missing = new ArrayList<>(List.of("nothing was looked at"));
    long position = -1;
    while (!missing.isEmpty() && System.nanoTime() - start < PATIENCE.toNanos()) {
      try {
        if (position < 0) {
          position = load.management().read("/v1/upstreams/" + load.scene().upstream()).position();
        }
        missing = missing(position);
      } catch (IOException e) {
        missing = List.of(e.toString());
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return new Seen(ready, Duration.ofNanos(System.nanoTime() - start), missing);
  }

  /** Waits until all parts are ready; those that are not. */
  List<Target> awaitReady(Duration most) throws InterruptedException {
    long limit = System.nanoTime() + most.toNanos();
    List<Target> unready = cluster.unready();
    while (!unready.isEmpty() && System.nanoTime() - limit < 0) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      unready = cluster.unready();
    }
    return unready;
  }

  private List<String> missing(long position) throws IOException, InterruptedException {
    List<String> missing = new ArrayList<>();
    for (GatewayWatch watch : load.watches()) {
      Sighting seen = watch.look();
      if (seen == null) {
        missing.add("a gateway node does not tell of itself");
      } else if (seen.position() < position || !seen.state().equals("LIVE")) {
        missing.add(
            "%s is %s at %d, not LIVE at %d"
                .formatted(seen.gateway(), seen.state(), seen.position(), position));
      }
    }
    for (Caller caller : load.callers()) {
      var call = caller.call();
      if (!call.good()) {
        missing.add(call.toString());
      }
    }
    Management management = load.management();
    for (int process = 0; process < management.size(); process++) {
      String list = "/v1/vpcs?limit=1&wait_ms=0&min_position=" + position;
      Heard heard = management.ask(process, "GET", list, null, Map.of(), Duration.ofSeconds(5));
      if (!heard.good()) {
        missing.add("lists of control-api-%d: %s".formatted(process, heard.body()));
      }
    }
    return missing;
  }
}
