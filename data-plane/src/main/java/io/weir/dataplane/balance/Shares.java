package io.weir.dataplane.balance;

import io.weir.contracts.value.Node;
import java.util.Arrays;
import java.util.List;

/**
 * How the requests of an upstream are to be shared among its nodes right now: their weights, 0 for
 * those that get none. When no node is fit, all that could take requests do ("fail open"), since a
 * check that is wrong about all of them is likelier than an answer from none.
 *
 * @param weights by the nodes' place in the upstream
 * @param failOpen whether no node is fit
 */
record Shares(int[] weights, boolean failOpen) {

  static Shares of(LiveNode[] nodes, List<Node> config) {
    int[] weights = new int[nodes.length];
    boolean any = false;
    boolean anyFit = false;
    for (int i = 0; i < nodes.length; i++) {
      Node node = config.get(i);
      weights[i] = node.draining() ? 0 : node.weight().value();
      any |= weights[i] > 0;
      anyFit |= weights[i] > 0 && nodes[i].health().fit();
    }
    if (anyFit) {
      for (int i = 0; i < nodes.length; i++) {
        if (!nodes[i].health().fit()) {
          weights[i] = 0;
        }
      }
      warm(weights, nodes);
    }
    return new Shares(weights, any && !anyFit);
  }

  /**
   * Takes from nodes that start slowly what they do not have yet. Weights are counted in tenths so
   * that small ones grow in steps, too; where that made the period too long, a node's share is so
   * small that rounding it up is no burden.
   */
  private static void warm(int[] weights, LiveNode[] nodes) {
    boolean warming = false;
    int sum = 0;
    int[] shares = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      shares[i] = nodes[i].share();
      warming |= weights[i] > 0 && shares[i] < LiveNode.FULL_SHARE;
      sum += weights[i];
    }
    if (!warming) {
      return;
    }
    boolean tenths = sum * LiveNode.FULL_SHARE <= WeightedRing.MAX_LENGTH;
    for (int i = 0; i < weights.length; i++) {
      int scaled = weights[i] * shares[i];
      weights[i] = tenths ? scaled : Math.ceilDiv(scaled, LiveNode.FULL_SHARE);
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
