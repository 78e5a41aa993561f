package io.weir.dataplane.http1;

import io.weir.dataplane.http.MalformedException;

/** Looks for the end of a head that comes in pieces, at every byte once. One thread. */
final class HeadScanner {
  private int scanned;

  /** The index behind the empty line that ends the head, or -1 if it has not come yet. */
  int end(byte[] in, int to) throws MalformedException {
    for (int i = scanned; i < to; i++) {
      if (in[i] == '\n') {
        if (i == 0 || in[i - 1] != '\r') {
          throw MalformedException.of("a line ends in a bare LF");
        }
        if (i > 2 && in[i - 2] == '\n') {
          scanned = 0;
          return i + 1;
        }
      }
    }
    scanned = to;
    return -1;
  }

  /** Whether a part of a head has been looked at. */
  boolean begun() {
    return scanned > 0;
  }
}
