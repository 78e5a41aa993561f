package io.weir.testing.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** The body of a chunked message, its trailers skipped. */
final class ChunkedInput extends InputStream {
  private final InputStream in;
  private long left;
  private boolean first = true;
  private boolean ended;

  ChunkedInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0 && !nextChunk()) {
      return -1;
    }
    int read = in.read(buffer, offset, (int) Math.min(length, left));
    if (read < 0) {
      throw new EOFException("the connection closed inside a chunk");
    }
    left -= read;
    return read;
  }

  private boolean nextChunk() throws IOException {
    if (ended) {
      return false;
    }
    if (!first) {
      Lines.read(in);
    }
    first = false;
    String size = Lines.read(in);
    int extension = size.indexOf(';');
    left = Long.parseLong(extension < 0 ? size : size.substring(0, extension), 16);
    if (left == 0) {
      ended = true;
      while (!Lines.read(in).isEmpty()) {
        // Trailers are of no interest to any test yet.
      }
    }
    return !ended;
  }
}
