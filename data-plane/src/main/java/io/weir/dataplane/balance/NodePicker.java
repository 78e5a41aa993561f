package io.weir.dataplane.balance;

import io.weir.contracts.value.Node;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the nodes of one upstream in the order of their weights, in constant time and without a
 * lock: every event loop goes through the same sequence, each from a place of its own, so that what
 * they do together is exact to within two requests a loop. The places outlive changes of the
 * upstream.
 *
 * <p>The sequence is computed anew whenever a node becomes unfit or fit or takes a step of its slow
 * start, so the others keep their proportion; nobody inherits the turns of a node that is out.
 *
 * <p>Picks that repeat a request go through the sequence at a place of their own, so that passing
 * over the nodes already tried costs those no turn with other requests.
 */
public final class NodePicker {
  /** What {@link #pick} answers when no node may take the request. */
  public static final int NONE = -1;

  private final PoolState pool;
  private final List<Node> config;
  private final LiveNode[] nodes;
  private final AtomicInteger outdated = new AtomicInteger();
  private volatile @Nullable Schedule schedule;

  NodePicker(PoolState pool, List<Node> config, LiveNode[] nodes) {
    this.pool = pool;
    this.config = config;
    this.nodes = nodes;
  }

  /**
   * The index of the node whose turn it is, or {@link #NONE}.
   *
   * @param loop the index of the event loop whose thread calls
   * @param tried the nodes to avoid, or null
   */
  public int pick(int loop, @Nullable TriedNodes tried) {
    Schedule now = schedule();
    WeightedRing ring = now.ring();
    if (ring.length() == 0) {
      return NONE;
    }
    LoopState state = pool.loops().of(loop);
    int node =
        tried == null || tried.isEmpty()
            ? ring.at(state.advance(ring.step()))
            : another(now, state, tried);
    if (now.shares().failOpen() && node != NONE) {
      state.countFailOpen();
    }
    return node;
  }

  private int another(Schedule now, LoopState state, TriedNodes tried) {
    boolean[] avoided = new boolean[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      avoided[i] = tried.contains(nodes[i]);
    }
    if (!now.shares().anyBut(avoided)) {
      return NONE;
    }
    WeightedRing ring = now.ring();
    int slot = ring.slotFrom(state.retryPhase(), avoided);
    state.retryPhase(ring.middleOf(slot) + ring.step());
    return ring.node(slot);
  }

  private Schedule schedule() {
    Schedule now = schedule;
    return now == null ? first() : now;
  }

  /** Rather works twice than waits for another thread that is at it. */
  private Schedule first() {
    refresh(null);
    Schedule now = schedule;
    return now == null ? Schedule.of(Shares.of(nodes, config)) : now;
  }

  /** Computes the sequence now, so that no request has to; {@code like} may be the same. */
  void prepare(@Nullable Schedule like) {
    refresh(like);
  }

  /**
   * A node's share may have changed. Nothing to do for a picker that nobody uses yet: it looks at
   * the nodes when it is first used.
   */
  void sharesChanged() {
    if (schedule != null || outdated.get() > 0) {
      refresh(null);
    }
  }

  /**
   * Computes the sequence, once more if a node's share changed meanwhile; a thread that comes while
   * another computes leaves it to that one.
   */
  private void refresh(@Nullable Schedule like) {
    if (outdated.getAndIncrement() > 0) {
      return;
    }
    int seen;
    do {
      seen = outdated.get();
      Schedule old = schedule == null ? like : schedule;
      Shares shares = Shares.of(nodes, config);
      schedule = old != null && old.shares().same(shares) ? old : Schedule.of(shares);
    } while (!outdated.compareAndSet(seen, 0));
  }

  /** The sequence in use, or null if nobody has used it. */
  @Nullable Schedule current() {
    return schedule;
  }

  /** Whether no node is fit, so that all are used. */
  boolean failOpen() {
    Schedule now = schedule;
    return (now == null ? Shares.of(nodes, config) : now.shares()).failOpen();
  }

  /** The node at an index that {@link #pick} gave. */
  public LiveNode node(int index) {
    return nodes[index];
  }

  /** All nodes, those that get no requests too, in the order of the upstream. */
  public List<LiveNode> nodes() {
    return List.of(nodes);
  }

  /** How many nodes there are. */
  public int size() {
    return nodes.length;
  }

  /** The configured weight of the node at an index, 0 to 100. */
  public int weight(int index) {
    return config.get(index).weight().value();
  }
}
