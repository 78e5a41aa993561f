package io.weir.dataplane.support.script;

import io.netty.handler.codec.http2.Http2Error;

/** What a scripted node does next with a request. */
public sealed interface Step {
  /** Bytes that may depend on the request. */
  @FunctionalInterface
  interface Words {
    byte[] of(Asked asked);
  }

  /** Fields, names and values in turn, that may depend on the request. */
  @FunctionalInterface
  interface Fields {
    String[] of(Asked asked);
  }

  /** What a connection can do, whatever is spoken on it. */
  sealed interface OnConnection extends Step {}

  /** What only one stream of HTTP/2 can do. */
  sealed interface OnStream extends Step {}

  /** Reads the rest of the request. */
  record ReadBody() implements OnConnection {}

  /** Writes bytes as they are. */
  record Send(Words words) implements OnConnection {}

  /** Writes bytes as they are, in so many pieces with pauses between them. */
  record Trickle(Words words, int pieces) implements OnConnection {}

  /** Writes the same bytes again and again, with pauses, until the other side has enough. */
  record Flood(Words words) implements OnConnection {}

  /** Closes in order: over TLS with close_notify, then FIN. */
  record Close() implements OnConnection {}

  /** Closes with FIN alone: over TLS without close_notify. */
  record Drop() implements OnConnection {}

  /** Closes with RST. */
  record Reset() implements OnConnection {}

  /** Does nothing until the other side gives the request or the connection up. */
  record Silence() implements OnConnection {}

  /** Sends HEADERS. */
  record Head(Fields fields, boolean end) implements OnStream {}

  /** Sends DATA in so many pieces, with pauses between them. */
  record Data(Words words, int pieces, boolean end) implements OnStream {}

  /** Sends HEADERS again and again, with pauses, until the other side has enough. */
  record HeadFlood(Fields fields) implements OnStream {}

  /** Sends RST_STREAM. */
  record ResetStream(Http2Error error) implements OnStream {}

  /**
   * Sends GOAWAY.
   *
   * @param processed whether this request is among those that were looked at
   */
  record GoAway(boolean processed, Http2Error error) implements OnStream {}
}
