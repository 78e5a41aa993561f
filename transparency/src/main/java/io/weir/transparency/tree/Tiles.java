package io.weir.transparency.tree;

/** Where the hashes of a tree are kept. */
@FunctionalInterface
public interface Tiles {
  /**
   * At least the first {@code tile.width()} hashes of a tile, 32 bytes each.
   *
   * @throws IllegalStateException if it is not there
   */
  byte[] read(Tile tile);
}
