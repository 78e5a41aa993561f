package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import io.weir.dataplane.http.Headers;
import org.jspecify.annotations.Nullable;

/**
 * One stream of a connection, seen from either end: a message that comes and a message that goes.
 *
 * <p>What comes while paused is held here, copied together so that small frames do not pin large
 * read buffers, and is bounded by the window of the stream: credit goes back to the peer only for
 * what was passed on. What goes is counted until it is on the wire, whichever of the windows of
 * stream and connection or the socket holds it up.
 */
abstract class MessageStream {
  /** Bytes on their way out beyond which a stream takes no more. */
  static final int MOST_QUEUED = 64 * 1024;

  private final Http2Endpoint endpoint;
  private @Nullable Http2Stream stream;

  private @Nullable ByteBuf held;
  private @Nullable Headers trailers;
  private boolean paused;
  private boolean complete;
  private boolean deaf;
  private boolean delivering;

  /** Whether it is among those to be told that a read has ended. */
  boolean touched;

  private int queued;
  private boolean full;
  private boolean ended;
  private boolean cut;
  private boolean closed;

  MessageStream(Http2Endpoint endpoint, boolean paused) {
    this.endpoint = endpoint;
    this.paused = paused;
  }

  /** A piece of the body has come, to be released by who gets it. */
  abstract void onData(ByteBuf data);

  /** The message that came is complete. */
  abstract void onEnd(@Nullable Headers fields);

  /** What was read in one go has been passed on. */
  abstract void onReadComplete();

  /** More can be sent again. */
  abstract void onWritable();

  /** The peer has reset the stream. */
  abstract void onReset(long errorCode);

  /** The peer has broken a rule of HTTP/2 that costs it this stream only. */
  abstract void onError(Http2Exception why);

  /** The stream, or its whole connection, is closed. */
  abstract void onClosed();

  final void bind(Http2Stream to) {
    stream = to;
  }

  final boolean isOpen() {
    return stream != null && !closed;
  }

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
        into = endpoint.context().alloc().buffer(data.readableBytes());
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
      endpoint.context().executor().execute(this::deliver);
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
    if (isOpen() && stream != null) {
      endpoint.consumed(stream, bytes);
    }
  }

  // what goes

  final void writeHeaders(Http2Headers fields, boolean end) {
    Http2Stream to = stream;
    boolean late = ended;
    ended |= end;
    if (to != null && !cut && !late) {
      ChannelHandlerContext ctx = endpoint.context();
      endpoint.encoder().writeHeaders(ctx, to.id(), fields, 0, end, ctx.newPromise());
      if (end) {
        endpoint.flushSoon();
      }
    }
  }

  final void writeData(ByteBuf data, boolean end) {
    Http2Stream to = stream;
    int bytes = data.readableBytes();
    boolean late = ended;
    ended |= end;
    if (to == null || cut || late || bytes == 0 && !end) {
      data.release();
      return;
    }
    queued += bytes;
    full |= queued >= MOST_QUEUED;
    ChannelHandlerContext ctx = endpoint.context();
    endpoint
        .encoder()
        .writeData(ctx, to.id(), data, 0, end, ctx.newPromise().addListener(new Written(bytes)));
    if (end) {
      endpoint.flushSoon();
    }
  }

  private final class Written implements ChannelFutureListener {
    private final int bytes;

    Written(int bytes) {
      this.bytes = bytes;
    }

    @Override
    public void operationComplete(ChannelFuture future) {
      queued -= bytes;
      if (full && queued <= MOST_QUEUED / 2) {
        full = false;
        if (!cut && !ended) {
          onWritable();
        }
      }
    }
  }

  /** Whether everything that is to be sent was handed over. */
  final boolean isEnded() {
    return ended;
  }

  /** Marks what was sent as everything there is to send. */
  final void markEnded() {
    ended = true;
  }

  /** Whether more can be sent. */
  public boolean writable() {
    return !cut && !full;
  }

  /** How many bytes were handed over and are not on the wire. */
  final int queuedBytes() {
    return queued;
  }

  /** Hands what was sent to the network. */
  public void flush() {
    endpoint.flushSoon();
  }

  /** Ends the stream both ways at once. */
  final void reset(Http2Error error) {
    Http2Stream to = stream;
    if (to != null && !closed) {
      cut = true;
      closed = true;
      deafen();
      ChannelHandlerContext ctx = endpoint.context();
      endpoint.resetStream(ctx, to.id(), error.code(), ctx.newPromise());
      endpoint.flushSoon();
    }
  }

  /** Sends nothing more: the stream is about to be reset. */
  final void cut() {
    cut = true;
  }

  /** The peer has ended the stream or disowned it: there is nothing left to reset. */
  final void disown() {
    cut = true;
    closed = true;
  }

  final void close() {
    if (!closed) {
      cut = true;
      closed = true;
      onClosed();
    }
  }
}
