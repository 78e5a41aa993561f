package io.weir.transparency.tree;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names a tile, C2SP tlog-tiles: up to 256 hashes beside each other at one of every eight levels of
 * the tree.
 *
 * @param level 0 for the leaves, 1 for the nodes eight levels above, up to 7
 * @param index 0 to 2^55 - 1, from the left
 * @param width how many hashes, 1 to 256; fewer than 256 in the last tile of a level only
 */
public record Tile(int level, long index, int width) {
  /** Hashes of a full tile. */
  public static final int FULL = 256;

  /** Levels of the tree in one tile. */
  static final int HEIGHT = 8;

  /** A tree of 2^63 leaves has no tile above. */
  static final int MAX_LEVEL = 7;

  /** Nor has it a tile to the right of that one, whose leaves a long could not count. */
  static final long MAX_INDEX = Long.MAX_VALUE / FULL;

  private static final Pattern PATH =
      Pattern.compile("((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

  public Tile {
    if (level < 0
        || level > MAX_LEVEL
        || index < 0
        || index > MAX_INDEX
        || width < 1
        || width > FULL) {
      throw new IllegalArgumentException(
          "no tile: level %d, index %d, width %d".formatted(level, index, width));
    }
  }

  /** How many hashes the tile has in a tree of {@code size} leaves; 0 if it is not there yet. */
  public static int widthAt(int level, long index, long size) {
    long hashes = size >>> (HEIGHT * level);
    return (int) Math.clamp(hashes - index * FULL, 0, FULL);
  }

  /**
   * The tile at a path as it comes after {@code tile/LEVEL/}, such as {@code x001/234.p/17}; empty
   * if it is no such path.
   */
  public static Optional<Tile> at(int level, String path) {
    Matcher matcher = PATH.matcher(path);
    if (!matcher.matches() || level < 0 || level > MAX_LEVEL) {
      return Optional.empty();
    }
    String digits = matcher.group(1);
    long index = Long.parseLong(digits.replace("x", "").replace("/", ""));
    String partial = matcher.group(2);
    int width = partial == null ? FULL : Integer.parseInt(partial);
    if (index > MAX_INDEX
        || (partial != null && width >= FULL)
        || !elements(index).equals(digits)) {
      return Optional.empty();
    }
    return Optional.of(new Tile(level, index, width));
  }

  /** The path after {@code tile/LEVEL/}. */
  public String path() {
    return elements(index) + (width == FULL ? "" : ".p/" + width);
  }

  private static String elements(long index) {
    String path = "%03d".formatted(index % 1000);
    for (long rest = index / 1000; rest > 0; rest /= 1000) {
      path = "x%03d/".formatted(rest % 1000) + path;
    }
    return path;
  }
}
