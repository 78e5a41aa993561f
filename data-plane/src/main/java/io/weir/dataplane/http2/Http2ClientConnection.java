package io.weir.dataplane.http2;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Exception.HeaderListSizeException;
import io.netty.handler.codec.http2.Http2Exception.StreamException;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a client that speaks HTTP/2: a channel handler, to be installed after ALPN has
 * chosen {@code h2} or before the client's preface is handed to it. One event loop.
 */
public final class Http2ClientConnection extends Http2Endpoint implements ClientConnections.Member {
  /** A client that fills this on some streams can still send on the others. */
  static final int STREAM_WINDOW = 128 * 1024;

  /** What all streams of a client can make us hold. */
  static final int CONNECTION_WINDOW = 4 * 1024 * 1024;

  private static final int STREAMS_AT_FIRST = 100;

  private final RequestHandler handler;
  private final HttpLimits limits;
  private final ClientPeer peer;
  private final ClientConnections open;
  private final ClosedStreams closedStreams = new ClosedStreams();
  private final Farewell farewell = new Farewell(this);
  private @Nullable Timers timers;
  private @Nullable LazyTimer idle;

  Http2ClientConnection(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      FairShares shares,
      RequestHandler handler,
      HttpLimits limits,
      ClientPeer peer,
      ClientConnections open) {
    super(decoder, encoder, settings, shares, CONNECTION_WINDOW);
    this.handler = handler;
    this.limits = limits;
    this.peer = peer;
    this.open = open;
    // until the client has agreed to the limit it may believe in what everybody should allow
    connection().remote().maxActiveStreams(Math.max(limits.streams(), STREAMS_AT_FIRST));
  }

  /** The handler for one connection. */
  public static Http2ClientConnection of(
      RequestHandler handler, HttpLimits limits, ClientPeer peer, ClientConnections open) {
    return Http2Setup.client(handler, limits, peer, open);
  }

  RequestHandler handler() {
    return handler;
  }

  HttpLimits limits() {
    return limits;
  }

  Timers timers() {
    return Objects.requireNonNull(timers, "not installed");
  }

  ClientPeer peer() {
    return peer;
  }

  @Override
  Watch watch(SocketProgress of) {
    return new Watch(this, of, limits.bodyIdleMillis(), limits.bodyIdleMillis());
  }

  @Override
  void installed() {
    timers = new Timers(context().executor());
    idle = timers.take(this::drain);
    streamClosed();
    open.opened(this);
  }

  @Override
  void readHeaders(Http2Stream stream, Http2Headers fields, boolean end) throws Http2Exception {
    if (streams().touch(stream.id()) instanceof MessageStream known) {
      known.readEnd(stream.id(), FieldReader.trailers(stream.id(), fields));
      return;
    }
    RequestHead head = RequestReader.read(stream.id(), fields, end);
    MalformedException objection = RequestReader.objection(head, limits);
    Http2ClientStream request = begin(stream, head, end);
    if (!end) {
      // it hears of the end of this read: what was sent to a node for its head is flushed then
      streams().touch(stream.id());
    }
    if (objection != null) {
      handler.refuse(request, objection);
    } else if (end || head.hasBody()) {
      handler.handle(request);
    } else {
      request.announceAtEnd();
    }
  }

  private Http2ClientStream begin(Http2Stream stream, RequestHead head, boolean end) {
    Http2ClientStream request = new Http2ClientStream(this, head);
    streams().attach(stream, request);
    if (end) {
      request.deafen();
    }
    return request;
  }

  @Override
  protected void onStreamError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, StreamException why) {
    Http2Stream stream = connection().stream(why.streamId());
    if (outbound) {
      super.onStreamError(ctx, true, cause, why);
    } else if (stream == null && answeredTooLarge(why)) {
      flushSoon();
    } else if (stream == null && why.error() == Http2Error.STREAM_CLOSED) {
      Http2Exception error = closedStreams.judge(why.streamId());
      if (error != null) {
        onError(ctx, false, error);
      }
    } else if (isHeadAfterEnd(stream, why)) {
      StreamException closed =
          (StreamException)
              Http2Exception.streamError(
                  why.streamId(), Http2Error.STREAM_CLOSED, "HEADERS after the end");
      super.onStreamError(ctx, false, closed, closed);
    } else {
      super.onStreamError(ctx, false, cause, why);
    }
  }

  /** Netty finds another error in it than RFC 9113, 5.1 has. */
  private static boolean isHeadAfterEnd(@Nullable Http2Stream stream, StreamException why) {
    return stream != null
        && stream.state() == Http2Stream.State.HALF_CLOSED_REMOTE
        && String.valueOf(why.getMessage()).contains("too many headers");
  }

  /** A larger head than allowed is a request that is answered, as if it had no body. */
  private boolean answeredTooLarge(StreamException why) {
    int id = why.streamId();
    if (!(why instanceof HeaderListSizeException large)
        || !large.duringDecode()
        || connection().streamMayHaveExisted(id)) {
      return false;
    }
    try {
      Http2Stream stream = connection().remote().createStream(id, false);
      RequestHead head =
          new RequestHead(Version.HTTP_2, "", "", null, new Headers(0), 0, false, null);
      handler.refuse(
          begin(stream, head, true),
          new MalformedException(431, "larger header fields than allowed"));
      return true;
    } catch (Http2Exception e) {
      return false; // one stream too many: reset like any other
    }
  }

  @Override
  public ChannelFuture resetStream(
      ChannelHandlerContext ctx, int streamId, long errorCode, ChannelPromise promise) {
    closedStreams.reset(streamId);
    return super.resetStream(ctx, streamId, errorCode, promise);
  }

  @Override
  protected void handleServerHeaderDecodeSizeError(ChannelHandlerContext ctx, Http2Stream stream) {
    // trailers: the request, which was told, answers or not; the stream ends here
  }

  /** After a response, a client that still sends its request is told that nobody listens. */
  @Override
  public void closeStreamLocal(Http2Stream stream, ChannelFuture future) {
    super.closeStreamLocal(stream, future);
    if (stream.state() == Http2Stream.State.HALF_CLOSED_LOCAL) {
      MessageStream message = streams().of(stream);
      if (message != null) {
        message.deafen();
      }
      context().executor().execute(() -> stopRequest(stream));
    }
  }

  private void stopRequest(Http2Stream stream) {
    if (stream.state() == Http2Stream.State.HALF_CLOSED_LOCAL) {
      resetStream(context(), stream.id(), Http2Error.NO_ERROR.code(), context().newPromise());
      flushSoon();
    }
  }

  // the connection as a whole

  @Override
  void streamOpened(int id) {
    closedStreams.opened(id);
    if (idle != null) {
      idle.stop();
    }
  }

  @Override
  void streamClosed() {
    if (connection().numActiveStreams() == 0) {
      if (idle != null && !farewell.begun()) {
        idle.inMillis(limits.keepAliveMillis());
      }
      farewell.closeIfDone();
    }
  }

  /** Lets running streams finish and takes no new ones, then closes. */
  @Override
  public void drain() {
    if (isInstalled() && context().channel().isActive()) {
      watch().begin();
      farewell.begin();
    }
  }

  @Override
  public void close() {
    context().close();
  }

  @Override
  void readPingAck(long data) {
    farewell.readPingAck(data);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    farewell.forget();
    if (timers != null && idle != null) {
      timers.giveBack(idle);
      timers.close();
    }
    super.channelInactive(ctx);
    open.closed(this);
  }
}
