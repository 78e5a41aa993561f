package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * All that appending to a Merkle tree needs: the roots of its largest complete subtrees, one for
 * each bit of its size. One thread.
 */
public final class CompactRange {
  private final List<byte[]> peaks;
  private long size;

  private CompactRange(long size, List<byte[]> peaks) {
    this.size = size;
    this.peaks = peaks;
  }

  /** A tree without leaves. */
  public static CompactRange empty() {
    return new CompactRange(0, new ArrayList<>());
  }

  /**
   * A tree as it was left.
   *
   * @param peaks as {@link #peaks} gave them
   * @throws IllegalArgumentException if a tree of that size has another number of them
   */
  public static CompactRange of(long size, List<Hash> peaks) {
    if (size < 0 || Long.bitCount(size) != peaks.size()) {
      throw new IllegalArgumentException(
          "a tree of %d leaves has not %d peaks".formatted(size, peaks.size()));
    }
    List<byte[]> bytes = new ArrayList<>();
    peaks.forEach(peak -> bytes.add(peak.bytes()));
    return new CompactRange(size, bytes);
  }

  /** The same tree, apart from this one. */
  public CompactRange copy() {
    return new CompactRange(size, new ArrayList<>(peaks));
  }

  /** Adds the leaf of an event. */
  public void append(Hash event) {
    appendLeaf(Merkle.leafBytes(event.bytes()));
  }

  void appendLeaf(byte[] leaf) {
    byte[] right = leaf;
    for (long rest = size; (rest & 1) == 1; rest >>>= 1) {
      right = Merkle.node(peaks.removeLast(), right);
    }
    peaks.add(right);
    size++;
  }

  /** How many leaves there are: the position of the last event. */
  public long size() {
    return size;
  }

  /** Roots of complete subtrees, the largest first. */
  public List<Hash> peaks() {
    return peaks.stream().map(Hash::fromBytes).toList();
  }

  /** The root of the tree. */
  public Hash root() {
    if (peaks.isEmpty()) {
      return Hash.fromBytes(Merkle.emptyRoot());
    }
    byte[] root = peaks.getLast();
    for (int i = peaks.size() - 2; i >= 0; i--) {
      root = Merkle.node(peaks.get(i), root);
    }
    return Hash.fromBytes(root);
  }
}
