package io.weir.dataplane.accesslog;

import java.io.IOException;
import java.io.OutputStream;

/** A stream that belongs to the process. */
record StreamSink(OutputStream out) implements Sink {
  @Override
  public void write(byte[] bytes, int length) throws IOException {
    out.write(bytes, 0, length);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
