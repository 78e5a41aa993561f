package io.weir.dataplane.nodes;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * In which order the addresses of one node are tried for its connections, for one event loop: each
 * connection begins with the address after the one before, those that failed lately come last, and
 * families alternate as RFC 8305, 4 has it.
 */
final class Spread {
  private static final long LATELY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Map<InetAddress, Long> failedAt = new HashMap<>(2);
  private int turn;

  /**
   * An order.
   *
   * @param first which of the addresses the first connection begins with, by their number: any
   */
  Spread(int first) {
    turn = first;
  }

  /** All of them, in the order in which the next connection tries them. */
  ArrayDeque<InetAddress> order(List<InetAddress> all, long now) {
    failedAt.values().removeIf(at -> now - at > LATELY_NANOS);
    List<InetAddress> good = new ArrayList<>(all);
    good.removeIf(failedAt::containsKey);
    List<InetAddress> bad = new ArrayList<>(all);
    bad.retainAll(failedAt.keySet());
    ArrayDeque<InetAddress> order = alternating(good, turn);
    order.addAll(alternating(bad, turn));
    turn++;
    return order;
  }

  private static ArrayDeque<InetAddress> alternating(List<InetAddress> some, int turn) {
    ArrayDeque<InetAddress> same = new ArrayDeque<>(some.size());
    ArrayDeque<InetAddress> other = new ArrayDeque<>(0);
    for (int i = 0; i < some.size(); i++) {
      InetAddress next = some.get(Math.floorMod(turn + i, some.size()));
      boolean first =
          same.isEmpty() || same.getFirst() instanceof Inet6Address == next instanceof Inet6Address;
      (first ? same : other).add(next);
    }
    ArrayDeque<InetAddress> order = new ArrayDeque<>(some.size());
    while (!same.isEmpty() || !other.isEmpty()) {
      if (!same.isEmpty()) {
        order.add(same.remove());
      }
      if (!other.isEmpty()) {
        order.add(other.remove());
      }
    }
    return order;
  }

  /** An address could not be connected to. */
  void failed(InetAddress address, long now) {
    failedAt.put(address, now);
  }
}
