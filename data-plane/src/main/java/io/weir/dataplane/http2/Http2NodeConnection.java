package io.weir.dataplane.http2;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** A connection to a node that speaks HTTP/2, shared by many requests. One event loop. */
public final class Http2NodeConnection extends Http2Endpoint {
  /** What one client that does not read can make us hold. */
  static final int STREAM_WINDOW = 256 * 1024;

  /** Never the narrowest place: it is refilled with what arrives. */
  static final int CONNECTION_WINDOW = 16 * 1024 * 1024;

  private static final int MOST_STREAMS = 1024;

  /** What RFC 9113, 6.5.2 recommends every peer to allow at least. */
  private static final int STREAMS_BEFORE_SETTINGS = 100;

  private static final int LAST_IDS = Integer.MAX_VALUE - 4 * MOST_STREAMS;
  private static final int PROBE_MILLIS = 5000;
  private static final long PROBE = 0x77656972616c6976L;

  /** Servers of gRPC end a connection that asks more often than every five minutes. */
  private static final long SILENCE_MILLIS = 6 * 60_000;

  private static final long STANDSTILL_MILLIS = 60_000;

  /** Who uses the connection. One event loop. */
  public interface Owner {
    /** A request has ended: there may be capacity again, or nothing may be left. */
    void freed(Http2NodeConnection connection);

    /** The connection is closed; its requests have been told. */
    void closed(Http2NodeConnection connection);
  }

  private final Owner owner;
  private int waiting;
  private int lastId = -1;
  private boolean settled;
  private boolean leaving;
  private boolean used;
  private @Nullable String violation;
  private @Nullable ScheduledFuture<?> probe;

  Http2NodeConnection(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      FairShares shares,
      Owner owner) {
    super(decoder, encoder, settings, shares, CONNECTION_WINDOW);
    this.owner = owner;
  }

  /** Makes a channel, whose TLS handshake if any is done, speak HTTP/2; on its event loop. */
  public static Http2NodeConnection install(Channel channel, Owner owner) {
    Http2NodeConnection connection = Http2Setup.node(owner);
    // an answer that has arrived is read even if the rest of its request cannot be written
    channel.config().setAutoClose(false);
    channel.pipeline().addLast(connection);
    return connection;
  }

  /** Opens the way for one request; to be called only if there is capacity. */
  public void open(NodeListener listener) {
    Http2NodeStream stream = new Http2NodeStream(this, listener, used);
    used = true;
    waiting++;
    listener.opened(stream);
  }

  /** Whether one more request can be opened. */
  public boolean hasCapacity() {
    int most =
        settled
            ? Math.min(MOST_STREAMS, connection().local().maxActiveStreams())
            : STREAMS_BEFORE_SETTINGS;
    return isUsable() && active() < most && lastId < LAST_IDS;
  }

  /** Whether the connection is open and the node takes new requests, be it not at this moment. */
  public boolean isUsable() {
    return !leaving && context().channel().isActive();
  }

  /** How many requests are under way. */
  public int active() {
    return waiting + connection().numActiveStreams();
  }

  /** Takes no new requests, and closes the connection when the last one under way has ended. */
  void drain() {
    leaving = true;
    closeIfDone();
  }

  /** Closes the connection; requests under way break off. */
  public void close() {
    ChannelHandlerContext ctx = context();
    leaving = true;
    if (ctx.channel().isActive()) {
      watch().begin();
      goAway(ctx, 0, Http2Error.NO_ERROR.code(), Unpooled.EMPTY_BUFFER, ctx.newPromise());
      flush(ctx);
      ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
    }
  }

  void start(Http2NodeStream request, Http2Headers fields, boolean end) {
    ChannelHandlerContext ctx = context();
    waiting--;
    if (!isUsable()) {
      refuse(request, NodeFailure.UNPROCESSED, "the connection to the node has ended");
      return;
    }
    long most = encoder().configuration().headersConfiguration().maxHeaderListSize();
    if (FieldWriter.isLarger(fields, most)) {
      refuse(request, NodeFailure.HEAD_TOO_LARGE, "the node takes heads of " + most + " bytes");
      return;
    }
    lastId += 2;
    ChannelFuture sent = encoder().writeHeaders(ctx, lastId, fields, 0, end, ctx.newPromise());
    Http2Stream stream = connection().stream(lastId);
    if (stream == null) {
      refuse(request, NodeFailure.UNPROCESSED, String.valueOf(sent.cause()));
    } else {
      streams().attach(stream, request);
    }
  }

  /** Not at once: the caller is in the middle of sending. */
  private void refuse(Http2NodeStream request, NodeFailure kind, String why) {
    context()
        .executor()
        .execute(
            () -> {
              request.breakOff(why, kind);
              streamClosed();
            });
  }

  void giveBack() {
    waiting--;
    streamClosed();
  }

  /**
   * Asks for a sign of life, without which a connection that fails silently would fail many. Not
   * only the answer is one: it may have to wait behind a large body.
   */
  void probe() {
    ChannelHandlerContext ctx = context();
    if (probe == null && ctx.channel().isActive()) {
      ping(PROBE);
      long before = reads();
      probe = ctx.executor().schedule(() -> judge(before), PROBE_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void judge(long readsBefore) {
    probe = null;
    if (reads() == readsBefore) {
      context().close();
    }
  }

  @Override
  void readSettings() {
    settled = true;
  }

  @Override
  void readHeaders(Http2Stream stream, Http2Headers fields, boolean end) throws Http2Exception {
    if (streams().touch(stream.id()) instanceof Http2NodeStream response) {
      response.readResponse(stream.id(), fields, end);
    }
  }

  @Override
  void readGoAway(int lastStream, long errorCode) throws Http2Exception {
    leaving = true;
    connection()
        .forEachActiveStream(
            stream -> {
              if (stream.id() > lastStream
                  && streams().of(stream) instanceof Http2NodeStream request) {
                request.disown();
                request.breakOff("the node is going away", NodeFailure.UNPROCESSED);
              }
              return true;
            });
    streamClosed();
  }

  @Override
  void streamClosed() {
    closeIfDone();
    owner.freed(this);
  }

  private void closeIfDone() {
    if (leaving && active() == 0) {
      context().close();
    }
  }

  /** What the node did against HTTP/2 that costs it the connection, or null if nothing. */
  @Nullable String violation() {
    return violation;
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, @Nullable Http2Exception why) {
    if (outbound && isOfSocket(cause)) {
      // what has arrived is read, and then the end of the connection
      drain();
      return;
    }
    if (why != null && !outbound) {
      leaving = true;
      violation = why.getMessage();
    }
    super.onConnectionError(ctx, outbound, cause, why);
  }

  private static boolean isOfSocket(Throwable cause) {
    return cause instanceof IOException && !(cause instanceof SSLException);
  }

  @Override
  Watch watch(SocketProgress of) {
    return new Watch(this, of, SILENCE_MILLIS, STANDSTILL_MILLIS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    leaving = true;
    if (probe != null) {
      probe.cancel(false);
    }
    // before anybody is told, who may need the room for another one
    owner.closed(this);
    super.channelInactive(ctx);
  }
}
