package io.weir.dataplane.http;

import io.netty.buffer.ByteBuf;

/**
 * One request of a client and the way to answer it, whatever version it speaks. Nothing is read of
 * the body before {@link #resume}. What is sent after the stream has ended or broken off is
 * dropped. One event loop.
 */
public interface ClientStream {
  /** What was asked. */
  RequestHead head();

  /** Who is at the other end. */
  ClientPeer peer();

  /** Who is told what happens; set once, before {@link RequestHandler#handle} returns. */
  void listener(ClientListener listener);

  /** Lets the body come. */
  void resume();

  /** Holds the body back; what was read already may still come. */
  void pause();

  /** Asks for the body (100). */
  void sendContinue();

  /**
   * Sends an interim response other than 100 and 101, if the client's version has them. No window
   * holds it up: whoever sends many asks {@link #writable} in between.
   */
  void sendInterim(int status, Headers headers);

  /**
   * Sends the head of the final response, with the next {@link #flush}. {@code headers} hold a
   * Content-Length exactly if the length is known; everything that belongs to the connection is
   * added here.
   *
   * @param end whether nothing follows
   */
  void sendHead(ResponseHead head, boolean end);

  /** Sends a piece of the body and takes the buffer over. */
  void sendData(ByteBuf data, boolean end);

  /** Ends the response with trailers, dropped if the client cannot take any. */
  void sendTrailers(Headers trailers);

  /** Answers 101 and makes the connection a tunnel: from now on data is bytes both ways. */
  void switchProtocols(ResponseHead head);

  /** Hands what was sent to the network. */
  void flush();

  /** Whether the client takes more at the moment. */
  boolean writable();

  /**
   * A number that grows whenever the peer has taken something of what was sent: tells one that is
   * slow from one that stands still. Its value means nothing else.
   */
  long taken();

  /** Ends the connection, or only this stream of it, when this response has been sent. */
  void closeAfter();

  /** Breaks off: the client learns that the response is incomplete. */
  void abort();

  /** A stopped timer for this request that does {@code whenDue}; ends with the stream. */
  LazyTimer timer(Runnable whenDue);
}
