package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.List;

/**
 * That a tree continues an earlier one, RFC 9162 section 2.1.4.
 *
 * @param from the earlier size
 * @param to the later size
 * @param path the hashes both roots are made of; none if the sizes are equal
 */
public record ConsistencyProof(long from, long to, List<Hash> path) {
  public ConsistencyProof {
    path = List.copyOf(path);
  }

  /**
   * Whether it proves that the tree with the later root begins with the one of the earlier. That an
   * empty tree is continued by any other needs no proof, and has none.
   */
  public boolean proves(Hash earlier, Hash later) {
    if (from < 1 || from > to) {
      return false;
    }
    if (from == to) {
      return path.isEmpty() && earlier.equals(later);
    }
    boolean complete = Long.bitCount(from) == 1;
    if (!complete && path.isEmpty()) {
      return false;
    }
    Hash first = complete ? earlier : path.getFirst();
    return climb(first, complete ? path : path.subList(1, path.size()), earlier, later);
  }

  private boolean climb(Hash start, List<Hash> hashes, Hash earlier, Hash later) {
    long node = from - 1;
    long last = to - 1;
    while ((node & 1) == 1) {
      node >>>= 1;
      last >>>= 1;
    }
    Hash old = start;
    Hash now = start;
    for (Hash hash : hashes) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        old = Merkle.node(hash, old);
        now = Merkle.node(hash, now);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        now = Merkle.node(now, hash);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && old.equals(earlier) && now.equals(later);
  }
}
