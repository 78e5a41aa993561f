package io.weir.dataplane.balance;

import io.weir.contracts.value.Node;
import java.util.Arrays;
import java.util.List;

/**
 * How the requests of an upstream are to be shared among its nodes right now: their weights, 0 for
 * those that get none. Unfit nodes get what {@link Panic} leaves them.
 *
 * @param weights by the nodes' place in the upstream
 * @param failOpen whether unfit nodes get requests
 */
record Shares(int[] weights, boolean failOpen) {

  /**
   * As they are now.
   *
   * @param unfitShare how many tenths of their weights unfit nodes have, as long as any is fit
   */
  static Shares of(LiveNode[] nodes, List<Node> config, int unfitShare) {
    int[] weights = new int[nodes.length];
    boolean[] fit = new boolean[nodes.length];
    boolean anyFit = false;
    boolean anyUnfit = false;
    for (int i = 0; i < nodes.length; i++) {
      Node node = config.get(i);
      weights[i] = node.draining() ? 0 : node.weight().value();
      fit[i] = nodes[i].health().fit();
      anyFit |= weights[i] > 0 && fit[i];
      anyUnfit |= weights[i] > 0 && !fit[i];
    }
    int ofUnfit = anyFit ? unfitShare : LiveNode.FULL_SHARE;
    int[] tenths = new int[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      // next to unfit nodes, those that are fit and start slowly are the better choice all the same
      tenths[i] = !fit[i] ? ofUnfit : ofUnfit > 0 ? LiveNode.FULL_SHARE : nodes[i].share();
    }
    scale(weights, tenths);
    return new Shares(weights, anyUnfit && ofUnfit > 0);
  }

  /**
   * Takes from nodes what they do not have yet or have no more. Weights are counted in tenths so
   * that small ones change in steps, too; where that made the period too long, a node's share is so
   * small that rounding it up is no burden.
   */
  private static void scale(int[] weights, int[] tenths) {
    boolean partial = false;
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = tenths[i] == 0 ? 0 : weights[i];
      partial |= weights[i] > 0 && tenths[i] < LiveNode.FULL_SHARE;
      sum += weights[i];
    }
    if (!partial) {
      return;
    }
    boolean fine = sum * LiveNode.FULL_SHARE <= WeightedRing.MAX_LENGTH;
    for (int i = 0; i < weights.length; i++) {
      int scaled = weights[i] * tenths[i];
      weights[i] = fine ? scaled : Math.ceilDiv(scaled, LiveNode.FULL_SHARE);
    }
  }

  boolean same(Shares other) {
    return failOpen == other.failOpen && Arrays.equals(weights, other.weights);
  }

  /** Whether someone gets requests who is not to be avoided. */
  boolean anyBut(boolean[] avoided) {
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] > 0 && !avoided[i]) {
        return true;
      }
    }
    return false;
  }
}
