package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.ArrayList;
import java.util.List;

/** The Merkle tree in the very words of RFC 6962 section 2.1, slow and simple. */
final class Naive {
  private Naive() {}

  /** Hashes of events that differ. */
  static List<Hash> events(int count) {
    List<Hash> events = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      events.add(Hash.of("event " + i));
    }
    return events;
  }

  /** MTH(D[n]). */
  static Hash root(List<Hash> events) {
    if (events.isEmpty()) {
      return Hash.of("");
    }
    if (events.size() == 1) {
      return Merkle.leafOf(events.getFirst());
    }
    int k = split(events.size());
    return Merkle.node(root(events.subList(0, k)), root(events.subList(k, events.size())));
  }

  /** PATH(m, D[n]). */
  static List<Hash> path(int m, List<Hash> events) {
    if (events.size() == 1) {
      return List.of();
    }
    int k = split(events.size());
    List<Hash> left = events.subList(0, k);
    List<Hash> right = events.subList(k, events.size());
    List<Hash> path = new ArrayList<>(m < k ? path(m, left) : path(m - k, right));
    path.add(root(m < k ? right : left));
    return path;
  }

  /** PROOF(m, D[n]). */
  static List<Hash> proof(int m, List<Hash> events) {
    return m == 0 ? List.of() : subproof(m, events, true);
  }

  private static List<Hash> subproof(int m, List<Hash> events, boolean whole) {
    int n = events.size();
    if (m == n) {
      return whole ? List.of() : List.of(root(events));
    }
    int k = split(n);
    List<Hash> path = new ArrayList<>();
    if (m <= k) {
      path.addAll(subproof(m, events.subList(0, k), whole));
      path.add(root(events.subList(k, n)));
    } else {
      path.addAll(subproof(m - k, events.subList(k, n), false));
      path.add(root(events.subList(0, k)));
    }
    return path;
  }

  private static int split(int n) {
    int k = 1;
    while (k * 2 < n) {
      k *= 2;
    }
    return k;
  }
}
