package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.List;

/**
 * That a leaf is in a tree, RFC 9162 section 2.1.3.
 *
 * @param index of the leaf, 0 and up: an event's position less one
 * @param size of the tree
 * @param path hashes from the leaf's sibling to the root's child
 */
public record InclusionProof(long index, long size, List<Hash> path) {
  public InclusionProof {
    path = List.copyOf(path);
  }

  /**
   * Whether it proves an event in the tree with a root.
   *
   * @param event the event's hash
   */
  public boolean proves(Hash event, Hash root) {
    return provesLeaf(Merkle.leafOf(event), root);
  }

  boolean provesLeaf(Hash leaf, Hash root) {
    if (index < 0 || index >= size) {
      return false;
    }
    long node = index;
    long last = size - 1;
    Hash hash = leaf;
    for (Hash sibling : path) {
      if (last == 0) {
        return false;
      }
      if ((node & 1) == 1 || node == last) {
        hash = Merkle.node(sibling, hash);
        while ((node & 1) == 0 && node != 0) {
          node >>>= 1;
          last >>>= 1;
        }
      } else {
        hash = Merkle.node(hash, sibling);
      }
      node >>>= 1;
      last >>>= 1;
    }
    return last == 0 && hash.equals(root);
  }
}
