package io.weir.dataplane.http;

import io.netty.buffer.ByteBuf;

/**
 * The way of one request to a node and of its response back, whatever version the node speaks. One
 * event loop.
 */
public interface NodeStream {
  /** Whether its connection served a request before: the node may be about to close it. */
  boolean reused();

  /**
   * Sends the head, with the next {@link #flush}.
   *
   * @param end whether nothing follows
   */
  void sendHead(NodeRequest request, boolean end);

  /** Sends a piece of the body and takes the buffer over. */
  void sendData(ByteBuf data, boolean end);

  /** Ends the request with trailers. */
  void sendTrailers(Headers trailers);

  /** Hands what was sent to the network. */
  void flush();

  /** Whether the node takes more at the moment. */
  boolean writable();

  /**
   * A number that grows whenever the peer has taken something of what was sent: tells one that is
   * slow from one that stands still. Its value means nothing else.
   */
  long taken();

  /** Lets the response come, as it does from the start. */
  void resume();

  /**
   * Holds the response body back, and interim responses over HTTP/1; what was read already may
   * still come.
   */
  void pause();

  /** Takes the request back: nothing more is told to the listener, and the node is told to stop. */
  void cancel();
}
