package io.weir.transparency.note;

import io.weir.contracts.log.Hash;
import java.util.List;
import java.util.UUID;

/**
 * What a ledger was at a moment: how many events, and the root of the Merkle tree over them; C2SP
 * tlog-checkpoint.
 *
 * @param origin which ledger, see {@link #originOf}
 * @param size the position of the last event, 0 and up
 * @param root of the tree
 * @param extensions further lines, which Weir never writes
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
  private static final String ORIGIN = "weir/ledger/";

  public Checkpoint {
    extensions = List.copyOf(extensions);
    if (origin.isEmpty() || origin.contains("\n") || size < 0) {
      throw new IllegalArgumentException("no checkpoint of %s at %d".formatted(origin, size));
    }
  }

  /** A checkpoint without extensions. */
  public static Checkpoint of(UUID ledgerId, long size, Hash root) {
    return new Checkpoint(originOf(ledgerId), size, root, List.of());
  }

  /** How a ledger is named in its checkpoints, and its keys with it. */
  public static String originOf(UUID ledgerId) {
    return ORIGIN + ledgerId;
  }

  /**
   * The checkpoint that the text of a note is.
   *
   * @throws NoteException if it is none
   */
  public static Checkpoint parse(String text) throws NoteException {
    String[] lines = text.split("\n", -1);
    if (lines.length < 4 || !lines[lines.length - 1].isEmpty()) {
      throw new NoteException("not a checkpoint: an origin, a size and a root, a line each");
    }
    for (String line : List.of(lines).subList(0, lines.length - 1)) {
      if (line.isEmpty()) {
        throw new NoteException("a checkpoint has no empty lines");
      }
    }
    byte[] root = Base64Text.bytes(lines[2]);
    if (root.length != 32) {
      throw new NoteException("the root of a checkpoint has 32 bytes, not " + root.length);
    }
    return new Checkpoint(
        lines[0],
        size(lines[1]),
        Hash.fromBytes(root),
        List.of(lines).subList(3, lines.length - 1));
  }

  private static long size(String text) throws NoteException {
    try {
      long size = Long.parseLong(text);
      if (size >= 0 && Long.toString(size).equals(text)) {
        return size;
      }
    } catch (NumberFormatException e) {
      // the same answer
    }
    throw new NoteException("not the size of a tree: " + text);
  }

  /** The text that is signed. */
  public String text() {
    StringBuilder text =
        new StringBuilder()
            .append(origin)
            .append('\n')
            .append(size)
            .append('\n')
            .append(Base64Text.of(root.bytes()))
            .append('\n');
    extensions.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }
}
