package io.weir.dataplane.balance;

/** nginx's smooth weighted round robin, straight from its description: O(n) per pick. */
final class NginxReference {
  private final int[] weights;
  private final int[] current;

  NginxReference(int[] weights) {
    this.weights = weights;
    current = new int[weights.length];
  }

  int pick() {
    int total = 0;
    int best = -1;
    for (int i = 0; i < weights.length; i++) {
      if (weights[i] == 0) {
        continue;
      }
      current[i] += weights[i];
      total += weights[i];
      if (best < 0 || current[i] > current[best]) {
        best = i;
      }
    }
    current[best] -= total;
    return best;
  }
}
