package io.weir.dataplane.accesslog;

import java.io.Closeable;
import java.io.IOException;

/** Where lines end up. One thread. */
interface Sink extends Closeable {
  /**
   * Writes all of so many bytes.
   *
   * @throws IOException if it cannot; some of them may have been written
   */
  void write(byte[] bytes, int length) throws IOException;
}
