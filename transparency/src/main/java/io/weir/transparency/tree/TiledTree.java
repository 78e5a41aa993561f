package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Roots and proofs of a tree whose hashes are in tiles, as RFC 6962 section 2.1 defines them. Reads
 * a number of tiles that grows with the logarithm of the size, each once. One thread, one use.
 */
public final class TiledTree {
  /** A tile without regard to its width. */
  private record Place(int level, long index) {}

  private final long size;
  private final Tiles tiles;
  private final Map<Place, byte[]> read = new HashMap<>();

  /**
   * The first {@code size} leaves of what is kept.
   *
   * @param size 0 and up
   */
  public TiledTree(long size, Tiles tiles) {
    this.size = size;
    this.tiles = tiles;
  }

  /** The root at the whole size. */
  public Hash root() {
    return Hash.fromBytes(size == 0 ? Merkle.emptyRoot() : root(0, size));
  }

  /**
   * What to append to.
   *
   * @return the compact range at the whole size
   */
  public CompactRange range() {
    List<Hash> peaks = new ArrayList<>();
    long from = 0;
    while (from < size) {
      long width = Long.highestOneBit(size - from);
      peaks.add(Hash.fromBytes(root(from, from + width)));
      from += width;
    }
    return CompactRange.of(size, peaks);
  }

  /**
   * The leaf with an index, 0 to size - 1, and the hashes that lead from it to the root.
   *
   * @throws IllegalArgumentException if there is no such leaf
   */
  public InclusionProof inclusion(long index) {
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException(
          "a tree of %d leaves has none with index %d".formatted(size, index));
    }
    List<Hash> path = new ArrayList<>();
    path(index, 0, size, path);
    return new InclusionProof(index, size, path);
  }

  /**
   * The hashes that lead from an earlier root to the root of the whole size.
   *
   * @param from the earlier size, 0 to size
   * @throws IllegalArgumentException if it is larger
   */
  public ConsistencyProof consistency(long from) {
    if (from < 0 || from > size) {
      throw new IllegalArgumentException("a tree of %d leaves had never %d".formatted(size, from));
    }
    List<Hash> path = new ArrayList<>();
    if (from > 0 && from < size) {
      subproof(from, 0, size, true, path);
    }
    return new ConsistencyProof(from, size, path);
  }

  private void path(long index, long from, long to, List<Hash> path) {
    if (to - from == 1) {
      return;
    }
    long middle = from + split(to - from);
    if (index < middle) {
      path(index, from, middle, path);
      path.add(Hash.fromBytes(root(middle, to)));
    } else {
      path(index, middle, to, path);
      path.add(Hash.fromBytes(root(from, middle)));
    }
  }

  private void subproof(long old, long from, long to, boolean known, List<Hash> path) {
    if (old == to) {
      if (!known) {
        path.add(Hash.fromBytes(root(from, to)));
      }
      return;
    }
    long middle = from + split(to - from);
    if (old <= middle) {
      subproof(old, from, middle, known, path);
      path.add(Hash.fromBytes(root(middle, to)));
    } else {
      subproof(old, middle, to, false, path);
      path.add(Hash.fromBytes(root(from, middle)));
    }
  }

  /** The largest power of two below {@code leaves}, which are two at least. */
  private static long split(long leaves) {
    return Long.highestOneBit(leaves - 1);
  }

  /** The root over leaves from (inclusive) to (exclusive), at least one. */
  private byte[] root(long from, long to) {
    long leaves = to - from;
    if (Long.bitCount(leaves) == 1) {
      int level = Long.numberOfTrailingZeros(leaves);
      return node(level, from >>> level);
    }
    long middle = from + split(leaves);
    return Merkle.node(root(from, middle), root(middle, to));
  }

  /** The root of a complete subtree of 2^level leaves. */
  private byte[] node(int level, long index) {
    int above = level % Tile.HEIGHT;
    long first = index << above;
    byte[] tile = tile(level / Tile.HEIGHT, first / Tile.FULL);
    int start = (int) (first % Tile.FULL) * Merkle.HASH_BYTES;
    return complete(tile, start, 1 << above);
  }

  static byte[] complete(byte[] hashes, int start, int count) {
    if (count == 1) {
      return Arrays.copyOfRange(hashes, start, start + Merkle.HASH_BYTES);
    }
    int half = count / 2;
    return Merkle.node(
        complete(hashes, start, half), complete(hashes, start + half * Merkle.HASH_BYTES, half));
  }

  private byte[] tile(int level, long index) {
    return read.computeIfAbsent(
        new Place(level, index),
        place -> tiles.read(new Tile(level, index, Tile.widthAt(level, index, size))));
  }
}
