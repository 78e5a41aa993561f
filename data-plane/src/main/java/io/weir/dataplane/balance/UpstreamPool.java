package io.weir.dataplane.balance;

import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.HealthChecker;
import io.weir.contracts.value.Node;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An upstream, ready to be sent to. Immutable but for the rotation and the health of its nodes,
 * which outlive changes of the upstream.
 */
public final class UpstreamPool {
  private final UpstreamId id;
  private final UpstreamSettings settings;
  private final Nodes config;
  private final PoolState state;
  private final NodePicker picker;

  private UpstreamPool(Upstream upstream, PoolState state, LiveNode[] nodes) {
    id = upstream.id();
    settings = upstream.settings();
    config = upstream.nodes();
    this.state = state;
    picker = new NodePicker(state, config.list(), nodes);
  }

  /**
   * The pool of an upstream not seen before, with the default options.
   *
   * @param seed where its rotation starts
   * @param loops how many event loops there are
   */
  public static UpstreamPool of(Upstream upstream, long seed, int loops) {
    return of(upstream, seed, PoolOptions.of(loops));
  }

  /** The pool of an upstream not seen before; {@code seed} decides where its rotation starts. */
  public static UpstreamPool of(Upstream upstream, long seed, PoolOptions options) {
    PoolState state = new PoolState(upstream.id(), seed, options);
    Way way = Way.of(upstream.settings());
    List<Node> list = upstream.nodes().list();
    LiveNode[] nodes = new LiveNode[list.size()];
    for (int i = 0; i < nodes.length; i++) {
      nodes[i] = new LiveNode(list.get(i), way, state);
    }
    UpstreamPool pool = new UpstreamPool(upstream, state, nodes);
    state.latest(pool);
    return pool;
  }

  /**
   * The pool after a change: nodes that stay keep their identity, the rotation its place. From now
   * on it is the {@link #latest()} one. Of two calls, the later one's wins; one thread calls.
   */
  public UpstreamPool changedTo(Upstream upstream) {
    if (settings.equals(upstream.settings()) && config.equals(upstream.nodes())) {
      return this;
    }
    Way way = Way.of(upstream.settings());
    Map<String, LiveNode> known = new HashMap<>();
    for (LiveNode node : picker.nodes()) {
      known.put(node.authority(), node);
    }
    List<Node> list = upstream.nodes().list();
    LiveNode[] nodes = new LiveNode[list.size()];
    boolean[] fresh = new boolean[nodes.length];
    boolean anyStayed = false;
    for (int i = 0; i < nodes.length; i++) {
      Node node = list.get(i);
      LiveNode old = known.get(node.authority());
      fresh[i] = old == null || !old.is(node, way);
      nodes[i] = old == null || fresh[i] ? new LiveNode(node, way, state) : old;
      anyStayed |= !fresh[i];
    }
    UpstreamPool next = new UpstreamPool(upstream, state, nodes);
    next.succeed(this, fresh, anyStayed);
    return next;
  }

  private void succeed(UpstreamPool old, boolean[] fresh, boolean anyStayed) {
    List<Node> list = config.list();
    for (int i = 0; i < fresh.length; i++) {
      picker.node(i).changedTo(list.get(i));
    }
    state.latest(this);
    HealthChecker checker = settings.healthChecker();
    for (int i = 0; i < fresh.length; i++) {
      LiveNode node = picker.node(i);
      if (checker == null || !checker.enabled()) {
        node.health().forget();
      }
      // a pool that is new altogether has no warm node to spare the others
      if (fresh[i] && anyStayed) {
        state.beginWarming(node);
      }
    }
    Schedule used = old.picker.current();
    if (used != null) {
      picker.prepare(used);
    }
  }

  /**
   * The next node for a request, or null if none may take it: always of the latest configuration,
   * so that a request which began before a change is not repeated at a node that is out since.
   *
   * @param loop the index of the event loop whose thread calls
   * @param tried the nodes to avoid, or null
   */
  public @Nullable LiveNode next(int loop, @Nullable TriedNodes tried) {
    NodePicker current = latest().picker;
    int index = current.pick(loop, tried);
    return index == NodePicker.NONE ? null : current.node(index);
  }

  /** This upstream as of its last change, which may be this pool. */
  public UpstreamPool latest() {
    return state.latest();
  }

  /**
   * Does what time brings: nodes whose unhealthy time has passed return, slow starts go on. To be
   * called every second or more often, by one thread; costs next to nothing when nothing waits.
   *
   * @param now the time as {@link PoolOptions#nanos()} tells it
   */
  public void tick(long now) {
    state.tick(now);
  }

  /** The upstream's id. */
  public UpstreamId id() {
    return id;
  }

  /** The VPC its nodes live in. */
  public VpcId vpcId() {
    return settings.vpcId();
  }

  /** How many further attempts may follow a failed one, 1 to 100. */
  public int retries() {
    return settings.retries().value();
  }

  /** All its settings. */
  public UpstreamSettings settings() {
    return settings;
  }

  long slowStartNanos() {
    return settings.slowStart().seconds() * 1_000_000_000L;
  }

  /** Who is next, by this pool's configuration. */
  public NodePicker picker() {
    return picker;
  }

  /** How many of its requests may be being repeated. */
  public RetryBudget budget() {
    return state.budget();
  }

  /** Whether no node that takes requests is healthy, so that all are used. */
  public boolean failOpen() {
    return latest().picker.failOpen();
  }

  /** How many picks were made while no node was healthy. */
  public long failOpenPicks() {
    return state.loops().failOpen();
  }

  /** How many times the health of a node changed. */
  public long healthChanges() {
    return state.healthChanges();
  }
}
