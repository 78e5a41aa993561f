package io.weir.dataplane.http2;

import static io.weir.dataplane.http.RequestHead.UNKNOWN;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.weir.dataplane.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a connection, seen from either end: a message that comes and a message that goes.
 *
 * <p>What comes while paused is held here, copied together so that small frames do not pin large
 * read buffers, and is bounded by the window of the stream: credit goes back to the peer only for
 * what was passed on.
 *
 * <p>A message that says how long it is has to be as long as that (RFC 9113, 8.1.1), which shows
 * only at the end of the stream. Therefore the piece that completes the length is held, too, until
 * the end has come: who counts bytes, as HTTP/1 does, must not take a message as whole that is not.
 */
abstract class MessageStream extends SendingHalf {
  private @Nullable ByteBuf held;
  private @Nullable Headers trailers;
  private boolean paused;
  private boolean complete;
  private boolean deaf;
  private boolean delivering;
  private long expected = UNKNOWN;
  private long arrived;

  /** Whether it is among those to be told that a read has ended. */
  boolean touched;

  private boolean closed;

  MessageStream(Http2Endpoint endpoint, boolean paused) {
    super(endpoint);
    this.paused = paused;
  }

  /** A piece of the body has come, to be released by who gets it. */
  abstract void onData(ByteBuf data);

  /** The message that came is complete. */
  abstract void onEnd(@Nullable Headers fields);

  /** What was read in one go has been passed on. */
  abstract void onReadComplete();

  /** The peer has reset the stream. */
  abstract void onReset(long errorCode);

  /** The peer has broken a rule of HTTP/2 that costs it this stream only. */
  abstract void onError(Http2Exception why);

  /** The stream, or its whole connection, is closed. */
  abstract void onClosed();

  // what comes

  /** Says how long the body is, {@link io.weir.dataplane.http.RequestHead#UNKNOWN} included. */
  final void expect(long bytes) {
    expected = bytes;
  }

  /** A stream error if what has come is not the length that was said, or cannot become it. */
  final void checkLength(int streamId, boolean end) throws Http2Exception {
    if (expected != UNKNOWN && (arrived > expected || end && arrived < expected)) {
      throw Http2Endpoint.malformed(
          streamId, (end ? "" : "at least ") + arrived + " bytes of a body of " + expected);
    }
  }

  /** DATA has come; gives back how many of its bytes need not be held against the peer. */
  int read(int streamId, ByteBuf data, boolean end) throws Http2Exception {
    int length = data.readableBytes();
    if (deaf) {
      return length;
    }
    arrived += length;
    checkLength(streamId, end);
    complete = end;
    if (paused || held != null || length > 0 && waitsForEnd()) {
      hold(data);
      if (end) {
        passOnAtEnd();
      }
      return 0;
    }
    if (length > 0) {
      onData(data.retain());
    }
    if (end) {
      end();
    }
    return length;
  }

  private boolean waitsForEnd() {
    return !complete && arrived == expected;
  }

  private void hold(ByteBuf data) {
    if (data.isReadable()) {
      ByteBuf into = held;
      if (into == null) {
        into = endpoint().context().alloc().buffer(data.readableBytes());
        held = into;
      }
      into.writeBytes(data);
    }
  }

  /** The message ends with trailers, or without them where nothing but its head came. */
  final void readEnd(int streamId, @Nullable Headers fields) throws Http2Exception {
    if (!deaf) {
      checkLength(streamId, true);
      complete = true;
      trailers = fields;
      passOnAtEnd();
    }
  }

  /** Unless it is paused or about to be passed on anyway. */
  private void passOnAtEnd() {
    if (!paused && !delivering) {
      passOn();
    }
  }

  private void end() {
    if (!deaf) {
      deaf = true;
      onEnd(trailers);
    }
  }

  /** Whether all of the message has come, passed on or not. */
  final boolean isComplete() {
    return complete;
  }

  /** Whether nothing of the message that comes is passed on, any more or from the start. */
  final boolean isDeaf() {
    return deaf;
  }

  final boolean isPaused() {
    return paused;
  }

  /** How many bytes have come and are not passed on yet. */
  final int heldBytes() {
    return held == null ? 0 : held.readableBytes();
  }

  /** Passes nothing on any more. */
  final void deafen() {
    deaf = true;
    ByteBuf data = held;
    if (data != null) {
      held = null;
      consumed(data.readableBytes());
      data.release();
    }
  }

  /** Holds back what comes. */
  public void pause() {
    paused = true;
  }

  /** Passes on what comes and, a moment later and never within this call, what was held back. */
  public void resume() {
    paused = false;
    if (!deaf && !delivering && (held != null || complete)) {
      delivering = true;
      endpoint().context().executor().execute(this::deliver);
    }
  }

  private void deliver() {
    delivering = false;
    if (!deaf && !paused) {
      passOn();
      onReadComplete();
    }
  }

  private void passOn() {
    ByteBuf data = held;
    if (data != null) {
      if (waitsForEnd()) {
        return;
      }
      held = null;
      consumed(data.readableBytes());
      onData(data);
    }
    if (complete && !paused) {
      end();
    }
  }

  private void consumed(int bytes) {
    Http2Stream from = stream();
    if (from != null && !closed) {
      endpoint().consumed(from, bytes);
    }
  }

  // both

  /** A good moment to see whether it still moves, at a {@link System#nanoTime()}. */
  void look(long now) {}

  /** Ends the stream both ways at once. */
  final void reset(Http2Error error) {
    Http2Stream to = stream();
    if (to != null && !closed) {
      cut();
      closed = true;
      deafen();
      ChannelHandlerContext ctx = endpoint().context();
      endpoint().resetStream(ctx, to.id(), error.code(), ctx.newPromise());
      endpoint().flushSoon();
    }
  }

  /** The peer has ended the stream or disowned it: there is nothing left to reset. */
  final void disown() {
    cut();
    closed = true;
  }

  final void close() {
    if (!closed) {
      cut();
      closed = true;
      onClosed();
    }
  }
}
