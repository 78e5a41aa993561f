package io.weir.dataplane.support.script;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes cut into pieces of about the same size. */
final class Pieces {
  private Pieces() {}

  static List<byte[]> of(byte[] bytes, int count) {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) bytes.length * i / count);
      int to = (int) ((long) bytes.length * (i + 1) / count);
      pieces.add(Arrays.copyOfRange(bytes, from, to));
    }
    return pieces;
  }
}
