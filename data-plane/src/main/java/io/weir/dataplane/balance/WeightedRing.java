package io.weir.dataplane.balance;

import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.Weight;
import java.util.Arrays;

/**
 * One period of smooth weighted round robin, computed ahead so that a pick is a look-up: the exact
 * sequence of nginx ({@code ngx_http_upstream_get_peer}), in which the picks of a heavy node are
 * spread as evenly as they can be.
 *
 * <p>A place in the period is a {@code phase}: the unsigned fraction of the period in units of
 * 2<sup>-64</sup>. Rings of different lengths share it, so new weights continue where the old ones
 * were instead of starting over at the heaviest node.
 */
final class WeightedRing {
  /** The longest period: as many nodes as can be, each with the most weight. */
  static final int MAX_LENGTH = Nodes.MAX * Weight.MAX;

  /** The ring of no node. */
  static final WeightedRing EMPTY = new WeightedRing(new char[0]);

  private final char[] slots;
  private final long step;

  private WeightedRing(char[] slots) {
    this.slots = slots;
    step = slots.length == 0 ? 0 : Long.divideUnsigned(-1L, slots.length);
  }

  /**
   * The ring of these weights; empty if all are 0.
   *
   * @throws IllegalArgumentException if there are more than {@link Nodes#MAX} weights, or their sum
   *     divided by their common divisor is above {@link #MAX_LENGTH}
   */
  static WeightedRing of(int[] weights) {
    int divisor = 0;
    int sum = 0;
    for (int weight : weights) {
      divisor = gcd(weight, divisor);
      sum += weight;
    }
    if (sum == 0) {
      return EMPTY;
    }
    int total = sum / divisor;
    if (weights.length > Nodes.MAX || total > MAX_LENGTH) {
      throw new IllegalArgumentException(
          weights.length + " nodes of total weight " + total + " are too many");
    }
    return new WeightedRing(new Construction(weights, divisor, total).slots());
  }

  /**
   * nginx's algorithm, with the nodes of one weight as one entry. They all gain alike, so they take
   * their turns one after the other, in their order, and only the one whose turn it is can win: the
   * work is slots × different weights, in a loop that compiles to vector instructions.
   *
   * <p>An entry's value is nginx's current weight of that node, and in the lowest bits how far its
   * index is from the last there can be, so that one maximum finds both the heaviest and, of
   * several, the first. Who always takes from the fullest of n cups, into which no more is poured
   * than he takes, never sees more in one than 1 + 1/2 + ... + 1/n times that (Dietz and Sleator,
   * Two algorithms for maintaining order in a list, 1987): current weights lie between -total and 8
   * × total, up to 1,024 nodes.
   */
  private static final class Construction {
    private static final int FEW = 16;

    /** No byte, so that this does not compile, if an int no longer holds the largest value. */
    private static final byte INDEX_BITS =
        Nodes.MAX <= 1 << 10 && MAX_LENGTH <= 1 << 18 ? 10 : Integer.MAX_VALUE;

    private static final int LAST = (1 << INDEX_BITS) - 1;

    private final int total;
    private final int[] nodes;
    private final int[] entryOf;
    private final int[] first;
    private final int[] end;
    private final int[] next;
    private final int[] gain;
    private final int[] value;

    Construction(int[] weights, int divisor, int total) {
      this.total = total;
      entryOf = new int[weights.length];
      long[] byWeight = new long[weights.length];
      int members = 0;
      for (int i = 0; i < weights.length; i++) {
        if (weights[i] > 0) {
          byWeight[members++] = (long) weights[i] / divisor << INDEX_BITS | i;
        }
      }
      Arrays.sort(byWeight, 0, members);
      nodes = new int[members];
      first = new int[members];
      end = new int[members];
      int[] gains = new int[members];
      int entries = 0;
      for (int m = 0; m < members; m++) {
        int weight = (int) (byWeight[m] >>> INDEX_BITS);
        nodes[m] = (int) byWeight[m] & LAST;
        if (m == 0 || weight << INDEX_BITS != gains[entries - 1]) {
          first[entries] = m;
          gains[entries++] = weight << INDEX_BITS;
        }
        entryOf[nodes[m]] = entries - 1;
        end[entries - 1] = m + 1;
      }
      gain = Arrays.copyOf(gains, entries);
      next = Arrays.copyOf(first, entries);
      value = new int[entries];
      for (int e = 0; e < entries; e++) {
        value[e] = LAST - nodes[first[e]];
      }
    }

    char[] slots() {
      char[] slots = new char[total];
      boolean many = value.length > FEW;
      for (int slot = 0; slot < total; slot++) {
        int max = many ? heaviestOfMany(value, gain) : heaviest(value, gain);
        int node = LAST - (max & LAST);
        slots[slot] = (char) node;
        passTurn(entryOf[node], node);
      }
      return slots;
    }

    private static int heaviest(int[] value, int[] gain) {
      int max = Integer.MIN_VALUE;
      for (int e = 0; e < value.length; e++) {
        int now = value[e] + gain[e];
        value[e] = now;
        max = Math.max(max, now);
      }
      return max;
    }

    /** The same for upstreams with many weights: compiled for them, to vector instructions. */
    private static int heaviestOfMany(int[] value, int[] gain) {
      int max = Integer.MIN_VALUE;
      for (int e = 0; e < value.length; e++) {
        int now = value[e] + gain[e];
        value[e] = now;
        max = Math.max(max, now);
      }
      return max;
    }

    /** The total is subtracted from the node picked, hence from the entry once all had a turn. */
    private void passTurn(int entry, int node) {
      int after = next[entry] + 1;
      if (after == end[entry]) {
        after = first[entry];
        value[entry] -= total << INDEX_BITS;
      }
      next[entry] = after;
      value[entry] += node - nodes[after];
    }
  }

  /** How many picks make a period. */
  int length() {
    return slots.length;
  }

  /** The node, by its place in the weights, whose turn is at {@code phase}. */
  int at(long phase) {
    return node(slotAt(phase));
  }

  /** How far one pick moves the phase. */
  long step() {
    return step;
  }

  /**
   * The first slot from {@code phase} on that belongs to none of the nodes to avoid.
   *
   * @param avoided the nodes, by their place; at least one that has slots is not among them
   */
  int slotFrom(long phase, boolean[] avoided) {
    int slot = slotAt(phase);
    while (avoided[node(slot)]) {
      slot = slot + 1 == slots.length ? 0 : slot + 1;
    }
    return slot;
  }

  /** The node, by its place in the weights, that has a slot. */
  int node(int slot) {
    return slots[slot];
  }

  private int slotAt(long phase) {
    return (int) Math.unsignedMultiplyHigh(phase, slots.length);
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
