package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Tiles made the way the specification words them, from all events. */
final class MemoryTiles implements Tiles {
  private final Map<String, byte[]> tiles = new HashMap<>();

  MemoryTiles(List<Hash> events) {
    long span = 1;
    for (int level = 0; events.size() / span > 0; level++, span *= Tile.FULL) {
      long hashes = events.size() / span;
      for (long index = 0; index * Tile.FULL < hashes; index++) {
        int width = Tile.widthAt(level, index, events.size());
        byte[] tile = new byte[width * Merkle.HASH_BYTES];
        for (int i = 0; i < width; i++) {
          int from = (int) ((index * Tile.FULL + i) * span);
          Hash root = Naive.root(events.subList(from, from + (int) span));
          System.arraycopy(root.bytes(), 0, tile, i * Merkle.HASH_BYTES, Merkle.HASH_BYTES);
        }
        tiles.put(level + "/" + index, tile);
      }
    }
  }

  @Override
  public byte[] read(Tile tile) {
    return Objects.requireNonNull(tiles.get(tile.level() + "/" + tile.index()), tile::toString);
  }
}
