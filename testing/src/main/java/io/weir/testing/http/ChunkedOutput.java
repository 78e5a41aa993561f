package io.weir.testing.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a chunked body; each flush sends what was written since the last as one chunk. */
final class ChunkedOutput extends OutputStream {
  private final OutputStream out;
  private final ByteArrayOutputStream chunk = new ByteArrayOutputStream();

  ChunkedOutput(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(int b) {
    chunk.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    chunk.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    if (chunk.size() > 0) {
      out.write((Integer.toHexString(chunk.size()) + "\r\n").getBytes(ISO_8859_1));
      chunk.writeTo(out);
      out.write("\r\n".getBytes(ISO_8859_1));
      chunk.reset();
    }
    out.flush();
  }

  @Override
  public void close() throws IOException {
    flush();
    out.write("0\r\n\r\n".getBytes(ISO_8859_1));
    out.flush();
  }
}
