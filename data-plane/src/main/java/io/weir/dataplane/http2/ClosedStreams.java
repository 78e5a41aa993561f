package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a client sends on a stream that is no more: nothing if it could not know yet
 * that we had reset it, an error of the connection otherwise (RFC 9113, 5.1 and 5.1.1). Netty keeps
 * no closed streams and would answer each such frame with one more reset.
 */
final class ClosedStreams {
  private static final int REMEMBERED = 128;

  private final int[] reset = new int[REMEMBERED];
  private int resets;
  private int forgotten;
  private int last = -1;
  private int skippedFrom;
  private int skippedTo;

  void opened(int id) {
    if (id > last + 2) {
      skippedFrom = last + 2;
      skippedTo = id - 2;
    }
    last = id;
  }

  void reset(int id) {
    int place = resets++ & REMEMBERED - 1;
    forgotten = Math.max(forgotten, reset[place]);
    reset[place] = id;
  }

  /** The error of the connection that a frame on such a stream is, or null to ignore the frame. */
  @Nullable Http2Exception judge(int id) {
    if (id >= skippedFrom && id <= skippedTo) {
      return Http2Exception.connectionError(
          Http2Error.PROTOCOL_ERROR, "stream %d is lower than one before it", id);
    }
    if (id <= forgotten || wasReset(id)) {
      return null;
    }
    return Http2Exception.connectionError(Http2Error.STREAM_CLOSED, "stream %d is closed", id);
  }

  private boolean wasReset(int id) {
    for (int one : reset) {
      if (one == id) {
        return true;
      }
    }
    return false;
  }
}
