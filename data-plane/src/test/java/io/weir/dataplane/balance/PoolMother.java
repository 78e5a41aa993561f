package io.weir.dataplane.balance;

import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.HttpStatuses;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.SlowStart;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.testing.event.EventMother;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Upstreams and pools with a sensible value for everything a test does not care about. */
final class PoolMother {
  static final UpstreamId ID = new UpstreamId("upstream-aaaaaaaa");
  static final UpstreamSettings PLAIN = EventMother.upstreamSettings("u", VpcId.random());

  /** The index of no node. */
  static final int NONE = -1;

  private PoolMother() {}

  static UpstreamSettings settings(@Nullable HealthChecker checker, int slowStartSeconds) {
    return settings(checker, slowStartSeconds, PLAIN.limits());
  }

  static UpstreamSettings settings(UpstreamLimits limits) {
    return settings(null, 0, limits);
  }

  private static UpstreamSettings settings(
      @Nullable HealthChecker checker, int slowStartSeconds, UpstreamLimits limits) {
    return new UpstreamSettings(
        PLAIN.name(),
        PLAIN.vpcId(),
        PLAIN.description(),
        PLAIN.algorithm(),
        PLAIN.protocol(),
        PLAIN.hostHeader(),
        PLAIN.retries(),
        PLAIN.retryOn(),
        PLAIN.httpVersion(),
        checker,
        new SlowStart(slowStartSeconds),
        limits,
        PLAIN.tls());
  }

  /** Thresholds 2 (TCP), 3 (timeout), 5 (status); a recovery time of 30 s. */
  static HealthChecker checker(boolean active, boolean passive) {
    return checker(active, passive, 2, 3, 5);
  }

  static HealthChecker checker(
      boolean active, boolean passive, int tcp, int timeout, int httpThreshold) {
    return checker(active, passive, tcp, timeout, httpThreshold, 0);
  }

  /** With thresholds of 1 and a panic threshold in percent. */
  static HealthChecker panicking(boolean active, boolean passive, int panicThreshold) {
    return checker(active, passive, 1, 1, 1, panicThreshold);
  }

  private static HealthChecker checker(
      boolean active, boolean passive, int tcp, int timeout, int httpThreshold, int panic) {
    return new HealthChecker(
        active,
        passive,
        new HttpStatuses("200-399"),
        new HttpStatuses("429,500-599"),
        tcp,
        timeout,
        httpThreshold,
        "/",
        5,
        5,
        30,
        panic);
  }

  /** Nodes at ports 1000, 1001, ... with these weights. */
  static List<Node> nodes(int... weights) {
    List<Node> nodes = new ArrayList<>();
    for (int i = 0; i < weights.length; i++) {
      nodes.add(EventMother.node(1_000 + i, weights[i]));
    }
    return nodes;
  }

  static Upstream upstream(UpstreamSettings settings, List<Node> nodes) {
    return new Upstream(ID, settings, new Nodes(nodes), new Revision(1, 1, Instant.EPOCH));
  }

  static Upstream upstream(UpstreamSettings settings, int... weights) {
    return upstream(settings, nodes(weights));
  }

  static UpstreamPool pool(UpstreamSettings settings, FakeClock clock, int... weights) {
    return UpstreamPool.of(upstream(settings, weights), 42, new PoolOptions(1, 0.2, 3, clock));
  }

  static UpstreamPool pool(int... weights) {
    return UpstreamPool.of(upstream(PLAIN, weights), 42, 1);
  }

  static UpstreamPool changed(UpstreamPool pool, int... weights) {
    return pool.changedTo(upstream(pool.settings(), weights));
  }

  /** How often each node is picked first by loop 0. */
  static int[] picks(UpstreamPool pool, int many) {
    int[] counts = new int[pool.picker().size()];
    for (int i = 0; i < many; i++) {
      counts[pick(pool, 0, null)]++;
    }
    return counts;
  }

  /** The index of the node that takes a request and is done with it at once, or {@link #NONE}. */
  static int pick(UpstreamPool pool, int loop, @Nullable TriedNodes tried) {
    LiveNode node = next(pool, loop, tried);
    return node == null ? NONE : pool.picker().nodes().indexOf(node);
  }

  /** The node that takes a request and is done with it at once, or null if none does. */
  static @Nullable LiveNode next(UpstreamPool pool, int loop, @Nullable TriedNodes tried) {
    return switch (pool.acquire(loop, tried)) {
      case LiveNode node -> {
        node.release(loop);
        yield node;
      }
      case Pick.None _ -> null;
    };
  }

  static TriedNodes tried(UpstreamPool pool, int... indexes) {
    TriedNodes tried = new TriedNodes();
    for (int index : indexes) {
      tried.add(pool.picker().node(index));
    }
    return tried;
  }

  static LiveNode node(UpstreamPool pool, int index) {
    return pool.picker().node(index);
  }
}
