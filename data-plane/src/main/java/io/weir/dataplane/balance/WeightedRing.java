package io.weir.dataplane.balance;

/**
 * One period of smooth weighted round robin, computed ahead so that a pick is a look-up: the exact
 * sequence of nginx ({@code ngx_http_upstream_get_peer}), in which the picks of a heavy node are
 * spread as evenly as they can be. At most 200 nodes of weight 0 to 100, hence at most 20,000 slots
 * of one byte.
 *
 * <p>A place in the period is a {@code phase}: the unsigned fraction of the period in units of
 * 2<sup>-64</sup>. Rings of different lengths share it, so new weights continue where the old ones
 * were instead of starting over at the heaviest node.
 */
final class WeightedRing {
  private final byte[] slots;
  private final long step;

  private WeightedRing(byte[] slots) {
    this.slots = slots;
    step = slots.length == 0 ? 0 : Long.divideUnsigned(-1L, slots.length);
  }

  /** The ring of these weights; empty if all are 0. */
  static WeightedRing of(int[] weights) {
    int divisor = 0;
    int sum = 0;
    for (int weight : weights) {
      divisor = gcd(weight, divisor);
      sum += weight;
    }
    if (sum == 0) {
      return new WeightedRing(new byte[0]);
    }
    int total = sum / divisor;
    int[] current = new int[weights.length];
    byte[] slots = new byte[total];
    for (int slot = 0; slot < total; slot++) {
      int best = -1;
      for (int i = 0; i < weights.length; i++) {
        current[i] += weights[i] / divisor;
        if (weights[i] > 0 && (best < 0 || current[i] > current[best])) {
          best = i;
        }
      }
      current[best] -= total;
      slots[slot] = (byte) best;
    }
    return new WeightedRing(slots);
  }

  /** How many picks make a period. */
  int length() {
    return slots.length;
  }

  /** The node, by its place in the weights, whose turn is at {@code phase}. */
  int at(long phase) {
    return slots[(int) Math.unsignedMultiplyHigh(phase, slots.length)] & 0xff;
  }

  /** How far one pick moves the phase. */
  long step() {
    return step;
  }

  /**
   * The middle of a slot: half a slot away from where the rounding of {@link #step()} could show,
   * which takes more than 10<sup>10</sup> picks to get there.
   */
  long middleOf(int slot) {
    return slot * step + (step >>> 1);
  }

  private static int gcd(int a, int b) {
    return b == 0 ? a : gcd(b, a % b);
  }
}
