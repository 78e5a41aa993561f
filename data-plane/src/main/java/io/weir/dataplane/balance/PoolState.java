package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.UpstreamId;
import io.weir.dataplane.balance.NodeHealth.State;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * What of an upstream outlives changes of its configuration: where the event loops are in the
 * rotation, their counts, and which configuration is the latest. Thread-safe.
 */
final class PoolState {
  private static final System.Logger LOG = System.getLogger(NodeHealth.class.getName());

  private final UpstreamId id;
  private final PoolOptions options;
  private final LoopStates loops;
  private final LoopCounts requests;
  private final RetryBudget budget;
  private final Panic panic = new Panic();
  private final AtomicLong healthChanges = new AtomicLong();
  private volatile @Nullable UpstreamPool latest;
  private volatile boolean timed;

  PoolState(UpstreamId id, long seed, PoolOptions options) {
    this.id = id;
    this.options = options;
    loops = new LoopStates(options.loops(), start(id, seed));
    requests = new LoopCounts(options.loops());
    budget = new RetryBudget(loops, requests, options);
  }

  /** Processes that start together, and upstreams of one process, begin at different places. */
  private static long start(UpstreamId id, long seed) {
    long hash = seed ^ id.value().hashCode() * 0x9e3779b97f4a7c15L;
    hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
    return hash ^ (hash >>> 31);
  }

  UpstreamId id() {
    return id;
  }

  UpstreamPool latest() {
    return Objects.requireNonNull(latest);
  }

  void latest(UpstreamPool pool) {
    latest = pool;
  }

  LoopStates loops() {
    return loops;
  }

  LoopCounts requests() {
    return requests;
  }

  int unfitShare() {
    return panic.unfitShare();
  }

  RetryBudget budget() {
    return budget;
  }

  long now() {
    return options.nanos().getAsLong();
  }

  long healthChanges() {
    return healthChanges.get();
  }

  @Nullable HealthChecker checker() {
    return latest().settings().healthChecker();
  }

  /** A node starts slowly from now on, if the upstream wants that. */
  void beginWarming(LiveNode node) {
    if (latest().slowStartNanos() > 0) {
      node.beginWarming(now());
      timed = true;
    }
  }

  /** Called once for each change, by the thread that made it. */
  void healthChanged(LiveNode node, State from, State to, String why) {
    healthChanges.incrementAndGet();
    if (from == State.NO_DATA && to == State.HEALTHY) {
      return;
    }
    LOG.log(
        to == State.UNHEALTHY ? System.Logger.Level.WARNING : System.Logger.Level.INFO,
        "%s: node %s was %s and is %s: %s".formatted(id.value(), node.authority(), from, to, why));
    if (to == State.UNHEALTHY) {
      timed = true;
    } else {
      beginWarming(node);
    }
    look(now());
    latest().picker().sharesChanged();
  }

  /**
   * Looks whether enough nodes are fit; after every change of a node's fitness or of the nodes.
   *
   * @return whether unfit nodes have another share now
   */
  boolean look(long now) {
    // who looks last has seen the changes of all before
    synchronized (panic) {
      UpstreamPool pool = latest();
      NodePicker picker = pool.picker();
      int eligible = 0;
      int fit = 0;
      for (int i = 0; i < picker.size(); i++) {
        if (picker.weight(i) > 0 && !picker.node(i).draining()) {
          eligible++;
          fit += picker.node(i).health().fit() ? 1 : 0;
        }
      }
      return panic.look(eligible, fit, pool.settings().healthChecker(), now);
    }
  }

  /** Does what time brings: the end of unhealthy times, the steps of slow starts. */
  void tick(long now) {
    if (!timed) {
      return;
    }
    // first, so that what begins while the nodes are looked at is not forgotten
    timed = false;
    UpstreamPool pool = latest();
    HealthChecker checker = pool.settings().healthChecker();
    boolean stepped = look(now);
    boolean more = false;
    for (int i = 0; i < pool.picker().size(); i++) {
      LiveNode node = pool.picker().node(i);
      if (checker != null) {
        node.health().recover(checker, now);
      }
      stepped |= node.warm(now, pool.slowStartNanos());
      more |= !node.health().fit() || node.share() < LiveNode.FULL_SHARE;
    }
    if (more) {
      timed = true;
    }
    if (stepped) {
      pool.picker().sharesChanged();
    }
  }
}
