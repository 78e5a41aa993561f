package io.weir.dataplane.balance;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Hands out the nodes of one upstream in the order of their weights, in constant time. All event
 * loops share one rotation, so that every period is exact whoever picks. Thread-safe.
 */
public final class NodePicker {
  /** What {@link #pick} answers when no node may take the request. */
  public static final int NONE = -1;

  private final LiveNode[] nodes;
  private final int[] weights;
  private final WeightedRing ring;
  private final AtomicLong rotation;

  private NodePicker(LiveNode[] nodes, int[] weights, AtomicLong rotation) {
    this.nodes = nodes;
    this.weights = weights;
    this.ring = WeightedRing.of(weights);
    this.rotation = rotation;
  }

  /**
   * A picker that starts at a place derived from {@code seed}: data-plane nodes that start together
   * must not all begin with the same node.
   */
  static NodePicker starting(long seed, LiveNode[] nodes, int[] weights) {
    NodePicker picker = new NodePicker(nodes, weights, new AtomicLong());
    int length = picker.ring.length();
    if (length > 0) {
      picker.rotation.set(picker.ring.middleOf((int) Long.remainderUnsigned(seed, length)));
    }
    return picker;
  }

  /** A picker of other nodes or weights that continues at this one's place in the period. */
  NodePicker continuing(LiveNode[] others, int[] otherWeights) {
    return new NodePicker(others, otherWeights, rotation);
  }

  /**
   * The index of the node whose turn it is, or {@link #NONE}. Turns of nodes that may not take it
   * are passed over, exactly those and no other node's, even when several threads pick.
   *
   * @param tried the nodes to avoid, or null
   */
  public int pick(@Nullable TriedNodes tried) {
    if (ring.length() == 0) {
      return NONE;
    }
    int node = ring.at(rotation.getAndAdd(ring.step()));
    return eligible(node, tried) ? node : passOver(tried);
  }

  private int passOver(@Nullable TriedNodes tried) {
    if (!anyEligible(tried)) {
      return NONE;
    }
    while (true) {
      long from = rotation.get();
      long phase = from;
      int node = ring.at(phase);
      while (!eligible(node, tried)) {
        phase += ring.step();
        node = ring.at(phase);
      }
      if (rotation.compareAndSet(from, phase + ring.step())) {
        return node;
      }
    }
  }

  private boolean anyEligible(@Nullable TriedNodes tried) {
    for (int i = 0; i < nodes.length; i++) {
      if (weights[i] > 0 && eligible(i, tried)) {
        return true;
      }
    }
    return false;
  }

  private static boolean eligible(int node, @Nullable TriedNodes tried) {
    return tried == null || !tried.contains(node);
  }

  /** The node at an index that {@link #pick} gave. */
  public LiveNode node(int index) {
    return nodes[index];
  }

  /** All nodes, those of weight 0 too, in the order of the upstream. */
  public List<LiveNode> nodes() {
    return List.of(nodes);
  }

  /** The weight of the node at an index, 0 to 100. */
  public int weight(int index) {
    return weights[index];
  }
}
