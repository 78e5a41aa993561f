package io.weir.dataplane.http2;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The orderly end of a client's connection: running streams finish and no new ones are taken, then
 * it closes. First comes a warning, and when what the client sent before it knew has arrived, the
 * last stream that is served (RFC 9113, 6.8). One event loop.
 */
final class Farewell {
  /** Our PING behind the first GOAWAY: what was under way has arrived when it is answered. */
  private static final long DRAINING = 0x7765697264726e00L;

  private static final int PING_MILLIS = 1000;

  private final Http2ClientConnection connection;
  private @Nullable ScheduledFuture<?> lastCall;
  private boolean begun;
  private boolean said;

  Farewell(Http2ClientConnection connection) {
    this.connection = connection;
  }

  boolean begun() {
    return begun;
  }

  void begin() {
    if (!begun) {
      begun = true;
      goAway(Integer.MAX_VALUE);
      connection.ping(DRAINING);
      lastCall =
          connection
              .context()
              .executor()
              .schedule(this::sayLast, PING_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  void readPingAck(long data) {
    if (data == DRAINING) {
      sayLast();
    }
  }

  private void sayLast() {
    if (begun && !said) {
      said = true;
      forget();
      goAway(connection.connection().remote().lastStreamCreated());
      connection.flushSoon();
      closeIfDone();
    }
  }

  private void goAway(int lastStream) {
    ChannelHandlerContext ctx = connection.context();
    connection.goAway(
        ctx, lastStream, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, ctx.newPromise());
  }

  /** Closes if all is said and served. */
  void closeIfDone() {
    ChannelHandlerContext ctx = connection.context();
    if (said && connection.connection().numActiveStreams() == 0 && ctx.channel().isActive()) {
      ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
  }

  /** The connection is closed. */
  void forget() {
    begun = true;
    if (lastCall != null) {
      lastCall.cancel(false);
      lastCall = null;
    }
  }
}
