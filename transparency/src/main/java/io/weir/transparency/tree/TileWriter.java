package io.weir.transparency.tree;

import io.weir.contracts.log.Hash;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Appends leaves to the last tiles of every level and hands over those that changed. Memory is a
 * tile a level and what changed since the last {@link #changed}. One thread.
 */
public final class TileWriter {
  /** The hashes of a tile that changed. */
  public record Written(int level, long index, byte[] hashes) {}

  private final List<ByteArrayOutputStream> last = new ArrayList<>();
  private final List<Written> full = new ArrayList<>();
  private final List<Boolean> touched = new ArrayList<>();
  private long size;

  /** Goes on from a size; reads the last tile of each level. */
  public TileWriter(long size, Tiles tiles) {
    this.size = size;
    for (int level = 0; size >>> (Tile.HEIGHT * level) > 0; level++) {
      long hashes = size >>> (Tile.HEIGHT * level);
      int width = (int) (hashes % Tile.FULL);
      var tile = new ByteArrayOutputStream();
      if (width > 0) {
        byte[] read = tiles.read(new Tile(level, hashes / Tile.FULL, width));
        tile.writeBytes(Arrays.copyOf(read, width * Merkle.HASH_BYTES));
      }
      last.add(tile);
      touched.add(false);
    }
  }

  /** Adds the leaf of an event. */
  public void append(Hash event) {
    byte[] hash = Merkle.leafBytes(event.bytes());
    size++;
    for (int level = 0; ; level++) {
      if (level == last.size()) {
        last.add(new ByteArrayOutputStream());
        touched.add(false);
      }
      ByteArrayOutputStream tile = last.get(level);
      tile.writeBytes(hash);
      touched.set(level, true);
      if (tile.size() < Tile.FULL * Merkle.HASH_BYTES) {
        return;
      }
      byte[] hashes = tile.toByteArray();
      full.add(new Written(level, (size >>> (Tile.HEIGHT * (level + 1))) - 1, hashes));
      tile.reset();
      touched.set(level, false);
      hash = TiledTree.complete(hashes, 0, Tile.FULL);
    }
  }

  /** How many leaves there are. */
  public long size() {
    return size;
  }

  /** The tiles that are not as they were when this was last asked. */
  public List<Written> changed() {
    List<Written> changed = new ArrayList<>(full);
    full.clear();
    for (int level = 0; level < last.size(); level++) {
      if (touched.get(level)) {
        long index = (size >>> (Tile.HEIGHT * level)) / Tile.FULL;
        changed.add(new Written(level, index, last.get(level).toByteArray()));
        touched.set(level, false);
      }
    }
    return changed;
  }
}
