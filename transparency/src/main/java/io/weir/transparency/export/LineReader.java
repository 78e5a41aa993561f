package io.weir.transparency.export;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8, each with its end; what is wrong with one is said with its number. */
final class LineReader implements Closeable {
  /** Bytes; the largest event has 16 MiB, and JSON may double some of them. */
  private static final int MAX_LINE = 64 * 1024 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[64 * 1024];
  private int from;
  private int to;
  private long number;

  LineReader(InputStream in) {
    this.in = in;
  }

  /** Of the last line that was read, 1 and up. */
  long number() {
    return number;
  }

  /**
   * The next line without its line feed; null behind the last.
   *
   * @throws IllegalArgumentException if it has no end, is no UTF-8, or too long
   */
  @Nullable String next() throws IOException {
    var longer = new ByteArrayOutputStream(0);
    while (true) {
      if (from == to && !fill()) {
        if (longer.size() == 0) {
          return null;
        }
        number++;
        throw new IllegalArgumentException("has no end: the file was cut off");
      }
      for (int i = from; i < to; i++) {
        if (buffer[i] == '\n') {
          String line = text(longer, i);
          from = i + 1;
          return line;
        }
      }
      longer.write(buffer, from, to - from);
      from = to;
      if (longer.size() > MAX_LINE) {
        number++;
        throw new IllegalArgumentException("is longer than %d bytes".formatted(MAX_LINE));
      }
    }
  }

  private boolean fill() throws IOException {
    from = 0;
    to = Math.max(0, in.read(buffer));
    return to > 0;
  }

  private String text(ByteArrayOutputStream before, int end) {
    number++;
    ByteBuffer bytes;
    if (before.size() == 0) {
      bytes = ByteBuffer.wrap(buffer, from, end - from);
    } else {
      before.write(buffer, from, end - from);
      bytes = ByteBuffer.wrap(before.toByteArray());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is no UTF-8", e);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
