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
    picker = new NodePicker(state, settings.algorithm(), config.list(), nodes);
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
    state.look(state.now());
    Schedule used = old.picker.current();
    if (used != null) {
      picker.prepare(used);
    }
  }

  /**
   * Asks for room for a request, before its first attempt.
   *
   * @param loop the index of the event loop that serves it, whose thread calls
   * @return whether the upstream has less requests than it may; if so, {@link #end} must follow; if
   *     not, the request is to be refused as {@code OVERLOADED}
   */
  public boolean tryBegin(int loop) {
    if (state.requests().tryAdd(loop, latest().settings.limits().maxRequests())) {
      return true;
    }
    state.loops().of(loop).countOverload();
    return false;
  }

  /**
   * A request is over, whatever became of it; exactly once for each that there was room for.
   *
   * @param loop the index of the event loop that served it, whose thread calls
   * @throws IllegalStateException if that loop has no request
   */
  public void end(int loop) {
    state.requests().remove(loop);
  }

  /**
   * The next node for a request, with room for it: when the attempt there is over, {@link
   * LiveNode#release} must follow. Nodes that have as many requests as they may are passed over as
   * long as another has room. Always by the latest configuration, so that a request which began
   * before a change is not repeated at a node that is out since.
   *
   * <p>{@link Pick.None#NO_NODE} with {@code tried} nodes means that none is left to try: the next
   * round may begin. {@link Pick.None#OVERLOADED} means that those left are full: the request is to
   * be refused as {@code OVERLOADED} and not retried; it says nothing about the health of a node.
   *
   * @param loop the index of the event loop whose thread calls
   * @param tried the nodes to avoid, or null
   */
  public Pick acquire(int loop, @Nullable TriedNodes tried) {
    UpstreamPool now = latest();
    return now.picker.acquire(loop, tried, now.settings.limits().maxRequestsPerNode());
  }

  /** How many requests are active, those being repeated among them. */
  public int active() {
    return state.requests().sum();
  }

  /** How many requests were refused because the upstream, or all its nodes, had no room. */
  public long overloads() {
    return state.loops().overloads();
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

  /**
   * Whether nodes that are unhealthy get requests: none, or less than the panic threshold, is
   * healthy, or that was so a while ago; see {@link Panic}.
   */
  public boolean failOpen() {
    return latest().picker.failOpen();
  }

  /** How many picks were made while that was so. */
  public long failOpenPicks() {
    return state.loops().failOpen();
  }

  /** How many times the health of a node changed. */
  public long healthChanges() {
    return state.healthChanges();
  }
}
