package io.weir.dataplane.balance;

import io.weir.contracts.value.Algorithm;
import io.weir.contracts.value.Node;
import java.util.Arrays;
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
  private final PoolState pool;
  private final Algorithm algorithm;
  private final List<Node> config;
  private final LiveNode[] nodes;
  private final AtomicInteger outdated = new AtomicInteger();
  private volatile @Nullable Schedule schedule;

  NodePicker(PoolState pool, Algorithm algorithm, List<Node> config, LiveNode[] nodes) {
    this.pool = pool;
    this.algorithm = algorithm;
    this.config = config;
    this.nodes = nodes;
  }

  private static int another(WeightedRing ring, LoopState state, boolean[] avoided) {
    int slot = ring.slotFrom(state.retryPhase(), avoided);
    state.retryPhase(ring.middleOf(slot) + ring.step());
    return ring.node(slot);
  }

  private boolean[] avoided(@Nullable TriedNodes tried) {
    boolean[] avoided = new boolean[nodes.length];
    for (int i = 0; tried != null && i < nodes.length; i++) {
      avoided[i] = tried.contains(nodes[i]);
    }
    return avoided;
  }

  /**
   * The node whose turn it is among those with room, and room for a request there: {@link
   * LiveNode#release} must follow.
   *
   * @param loop the index of the event loop whose thread calls
   * @param tried the nodes to avoid, or null
   * @param limit most requests of a node
   */
  Pick acquire(int loop, @Nullable TriedNodes tried, int limit) {
    Schedule now = schedule();
    WeightedRing ring = now.ring();
    if (ring.length() == 0) {
      return Pick.None.NO_NODE;
    }
    LoopState state = pool.loops().of(loop);
    if (tried == null || tried.isEmpty()) {
      LiveNode next = nodes[ring.at(state.advance(ring.step()))];
      if (next.tryAcquire(loop, limit)) {
        return picked(next, now, state);
      }
    }
    return acquireAnother(now, state, loop, tried, limit);
  }

  /** The turns of a node that is full go to all the others, as those of a node tried before do. */
  private Pick acquireAnother(
      Schedule now, LoopState state, int loop, @Nullable TriedNodes tried, int limit) {
    boolean[] avoided = avoided(tried);
    if (!now.shares().anyBut(avoided)) {
      return Pick.None.NO_NODE;
    }
    for (int i = 0; i < nodes.length; i++) {
      avoided[i] |= !nodes[i].hasRoom(limit);
    }
    while (now.shares().anyBut(avoided)) {
      int index = another(now.ring(), state, avoided);
      if (nodes[index].tryAcquire(loop, limit)) {
        return picked(nodes[index], now, state);
      }
      avoided[index] = true;
    }
    state.countOverload();
    return Pick.None.OVERLOADED;
  }

  private static Pick picked(LiveNode node, Schedule by, LoopState state) {
    if (by.shares().failOpen()) {
      state.countFailOpen();
    }
    return node;
  }

  private Schedule schedule() {
    Schedule now = schedule;
    return now == null ? first() : now;
  }

  /** Rather works twice than waits for another thread that is at it. */
  private Schedule first() {
    refresh(null);
    Schedule now = schedule;
    return now == null ? Schedule.of(algorithm, shares()) : now;
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
      Shares shares = shares();
      schedule = old != null && old.fits(algorithm, shares) ? old : Schedule.of(algorithm, shares);
    } while (!outdated.compareAndSet(seen, 0));
  }

  /** The sequence in use, or null if nobody has used it. */
  @Nullable Schedule current() {
    return schedule;
  }

  /** Whether nodes that are unfit are used, because none is fit or were too few a while ago. */
  boolean failOpen() {
    return sharesNow().failOpen();
  }

  /** Which part of the requests each node gets now, 0 to 1; all 0 if none gets any. */
  public double[] parts() {
    int[] weights = sharesNow().weights();
    double sum = Math.max(1, Arrays.stream(weights).sum());
    return Arrays.stream(weights).mapToDouble(weight -> weight / sum).toArray();
  }

  private Shares sharesNow() {
    Schedule now = schedule;
    return now == null ? shares() : now.shares();
  }

  private Shares shares() {
    return Shares.of(nodes, config, pool.unfitShare());
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
