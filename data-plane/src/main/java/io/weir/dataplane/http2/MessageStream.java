package io.weir.dataplane.http2;

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
 */
abstract class MessageStream extends SendingHalf {
  private @Nullable ByteBuf held;
  private @Nullable Headers trailers;
  private boolean paused;
  private boolean complete;
  private boolean deaf;
  private boolean delivering;

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

  /** DATA has come; gives back how many of its bytes need not be held against the peer. */
  int read(ByteBuf data, boolean end) {
    int length = data.readableBytes();
    if (deaf) {
      return length;
    }
    if (paused || held != null) {
      hold(data);
      complete = end;
      return 0;
    }
    if (length > 0) {
      onData(data.retain());
    }
    if (end) {
      complete = true;
      end();
    }
    return length;
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
  final void readEnd(@Nullable Headers fields) {
    if (!deaf) {
      complete = true;
      trailers = fields;
      if (!paused && held == null) {
        end();
      }
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
    if (deaf || paused) {
      return;
    }
    ByteBuf data = held;
    if (data != null) {
      held = null;
      consumed(data.readableBytes());
      onData(data);
    }
    if (complete && !paused) {
      end();
    }
    onReadComplete();
  }

  private void consumed(int bytes) {
    Http2Stream from = stream();
    if (from != null && !closed) {
      endpoint().consumed(from, bytes);
    }
  }

  // both

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
