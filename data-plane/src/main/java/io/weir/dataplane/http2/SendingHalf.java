package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Stream;
import org.jspecify.annotations.Nullable;

/**
 * The half of a stream that sends. What goes is counted until it is on the wire, whichever of the
 * windows of stream and connection or the socket holds it up. What is sent after the end, or after
 * the stream has broken off, is dropped.
 */
abstract class SendingHalf {
  /** Bytes on their way out beyond which a stream takes no more. */
  static final int MOST_QUEUED = 64 * 1024;

  private final Http2Endpoint endpoint;
  private @Nullable Http2Stream stream;
  private int queued;
  private long handedOver;
  private long socketTaken;
  private long socketSeen;
  private long markedAt;
  private boolean marked;
  private boolean full;
  private boolean blocked;
  private boolean ended;
  private boolean cut;

  SendingHalf(Http2Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** More can be sent again. */
  abstract void onWritable();

  final Http2Endpoint endpoint() {
    return endpoint;
  }

  final void bind(Http2Stream to) {
    stream = to;
  }

  /** The stream, or null as long as nothing was sent on it. */
  final @Nullable Http2Stream stream() {
    return stream;
  }

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
    handedOver += bytes;
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

  /** The connection takes more again. */
  final void drained() {
    if (blocked) {
      blocked = false;
      if (!cut && !ended && !full) {
        onWritable();
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

  /** Whether more can be sent; it cannot while the connection is full, whoever filled it. */
  public boolean writable() {
    if (cut || full) {
      return false;
    }
    blocked = !endpoint.takesMore();
    return !blocked;
  }

  /** How many bytes were handed over and are not on the wire. */
  final int queuedBytes() {
    return queued;
  }

  /** How many bytes of a body the windows of the peer have let into frames. */
  final long framedBytes() {
    Http2Stream to = stream;
    return to == null ? 0 : handedOver - endpoint.waiting(to);
  }

  /** Whether anything that was handed over waits for a window of the peer. */
  final boolean waitsForWindow() {
    Http2Stream to = stream;
    return to != null && endpoint.encoder().flowController().hasFlowControlled(to);
  }

  /**
   * Grows with every byte that a window lets through, and with everything the socket takes while
   * bytes of this stream are among what waits for it. Whether they are, a mark behind them tells;
   * it is set here, because few streams are ever asked.
   */
  public long taken() {
    long framed = framedBytes();
    if (marked) {
      addSocketTaken();
    } else if (framed != markedAt && !cut) {
      markedAt = framed;
      mark();
    }
    return framed + socketTaken;
  }

  private void mark() {
    if (endpoint.socketWaits()) {
      marked = true;
      socketSeen = endpoint.socketTaken();
      endpoint.context().write(Unpooled.EMPTY_BUFFER).addListener(_ -> passed());
      endpoint.flushSoon();
    }
  }

  private void passed() {
    marked = false;
    addSocketTaken();
  }

  private void addSocketTaken() {
    long now = endpoint.socketTaken();
    socketTaken += now - socketSeen;
    socketSeen = now;
  }

  /** Hands what was sent to the network. */
  public void flush() {
    endpoint.flushSoon();
  }

  /** Sends nothing more. */
  final void cut() {
    cut = true;
  }
}
