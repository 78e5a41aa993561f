package io.weir.dataplane.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What both ends of a connection do: gathers flushes, answers to errors, watches the peer. */
abstract class Http2Endpoint extends Http2ConnectionHandler {
  /** As large as nobody needs it; a larger one would be ours to fill with what we send. */
  private static final long MOST_HEADER_TABLE = 4096;

  private final Streams streams = new Streams(connection());
  private final Runnable flush = this::flushNow;
  private final Runnable tellDrained = this::tellDrained;
  private final FairShares shares;
  private final int connectionWindow;
  private @Nullable ChannelHandlerContext context;
  private @Nullable SocketProgress socket;
  private @Nullable Watch watch;
  private long reads;
  private boolean flushing;
  private boolean telling;

  /**
   * @param connectionWindow how many bytes the peer may send on all streams together before we have
   *     passed them on
   */
  Http2Endpoint(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      FairShares shares,
      int connectionWindow) {
    super(decoder, encoder, settings, true);
    this.shares = shares;
    this.connectionWindow = connectionWindow;
    decoder.frameListener(new Frames(this));
    connection()
        .addListener(
            new Http2ConnectionAdapter() {
              @Override
              public void onStreamActive(Http2Stream stream) {
                watch().begin();
                streamOpened(stream.id());
              }

              @Override
              public void onStreamClosed(Http2Stream stream) {
                MessageStream message = streams.of(stream);
                if (message != null) {
                  message.close();
                }
                streamClosed();
              }
            });
  }

  /** HEADERS have come that Netty found in order. */
  abstract void readHeaders(Http2Stream stream, Http2Headers fields, boolean end)
      throws Http2Exception;

  /** How patient this end is with a peer that does not move; called once. */
  abstract Watch watch(SocketProgress of);

  /** A stream has begun. */
  void streamOpened(int id) {}

  /** A stream has closed. */
  void streamClosed() {}

  /** SETTINGS have come. */
  void readSettings() {}

  /** The peer takes no streams beyond this one. */
  void readGoAway(int lastStream, long errorCode) throws Http2Exception {}

  /** The answer to one of our PINGs has come. */
  void readPingAck(long data) {}

  final ChannelHandlerContext context() {
    return Objects.requireNonNull(context, "not in a pipeline");
  }

  private SocketProgress socket() {
    return Objects.requireNonNull(socket, "not in a pipeline");
  }

  final Watch watch() {
    return Objects.requireNonNull(watch, "not in a pipeline");
  }

  final boolean isInstalled() {
    return context != null;
  }

  final Streams streams() {
    return streams;
  }

  final void consumed(Http2Stream stream, int bytes) {
    try {
      if (decoder().flowController().consumeBytes(stream, bytes)) {
        flushSoon();
      }
    } catch (Http2Exception e) {
      onError(context(), true, e);
    }
  }

  /** How many bytes of a stream were handed over and are in no frame yet. */
  final long waiting(Http2Stream stream) {
    return shares.waiting(stream);
  }

  /** A number of bytes that has grown if the socket took something since the last call. */
  final long socketTaken() {
    return socket().taken();
  }

  /** Whether something waits for the socket. */
  final boolean socketWaits() {
    return socket().waits();
  }

  /** How often something has come from the peer. */
  final long reads() {
    return reads;
  }

  /** Whether the peer, or the network on the way to it, takes more at the moment. */
  final boolean takesMore() {
    return context().channel().isWritable();
  }

  /** Whether any stream is under way. */
  final boolean isBusy() {
    return connection().numActiveStreams() > 0;
  }

  final void ping(long data) {
    encoder().writePing(context(), false, data, context().newPromise());
    flushSoon();
  }

  /** Flushes once for all that is written until the event loop has done what it is doing. */
  final void flushSoon() {
    if (!flushing) {
      flushing = true;
      context().executor().execute(flush);
    }
  }

  private void flushNow() {
    if (flushing) {
      flushing = false;
      flush(context());
    }
  }

  final void capHeaderTable(Http2Settings settings) throws Http2Exception {
    Long wanted = settings.headerTableSize();
    if (wanted != null && wanted > MOST_HEADER_TABLE) {
      encoder().configuration().headersConfiguration().maxHeaderTableSize(MOST_HEADER_TABLE);
    }
  }

  /** This handler is in a pipeline and its SETTINGS are on their way. */
  void installed() {}

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) throws Exception {
    context = ctx;
    SocketProgress progress = new SocketProgress(ctx.channel());
    socket = progress;
    watch = watch(progress);
    super.handlerAdded(ctx);
    if (ctx.channel().isActive()) {
      open();
    }
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) throws Exception {
    super.channelActive(ctx);
    open();
  }

  private void open() throws Http2Exception {
    Http2Stream all = connection().connectionStream();
    int more = connectionWindow - decoder().flowController().initialWindowSize(all);
    decoder().flowController().incrementWindowSize(all, more);
    flushSoon();
    installed();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    watch().close();
  }

  /** Not at once: it may be somebody's flush that has made the room. */
  @Override
  public void channelWritabilityChanged(ChannelHandlerContext ctx) throws Exception {
    super.channelWritabilityChanged(ctx);
    if (!telling && ctx.channel().isWritable()) {
      telling = true;
      ctx.executor().execute(tellDrained);
    }
  }

  private void tellDrained() {
    telling = false;
    if (takesMore()) {
      streams.forEach(MessageStream::drained);
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    reads++;
    streams.readComplete();
    flushing = false;
    super.channelReadComplete(ctx);
  }

  @Override
  protected void onStreamError(
      ChannelHandlerContext ctx,
      boolean outbound,
      Throwable cause,
      Http2Exception.StreamException why) {
    Http2Stream stream = connection().stream(why.streamId());
    if (outbound && (stream == null || stream.state() == Http2Stream.State.CLOSED)) {
      return; // what was queued for a stream that is gone: the peer need not hear of it
    }
    MessageStream message = streams.of(stream);
    if (message != null) {
      message.cut();
    }
    super.onStreamError(ctx, outbound, cause, why);
    if (message != null) {
      message.onError(why);
    }
  }

  @Override
  protected void onConnectionError(
      ChannelHandlerContext ctx, boolean outbound, Throwable cause, @Nullable Http2Exception why) {
    if (why == null && !(cause instanceof java.io.IOException)) {
      System.getLogger(Http2Endpoint.class.getName())
          .log(System.Logger.Level.ERROR, "an HTTP/2 connection met what must not happen", cause);
    }
    super.onConnectionError(ctx, outbound, cause, why);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (cause instanceof java.io.IOException) {
      ctx.close(); // reset by the peer and the like
    } else {
      onError(ctx, false, cause);
    }
  }

  static Http2Exception malformed(int streamId, String why) {
    return Http2Exception.streamError(streamId, Http2Error.PROTOCOL_ERROR, why);
  }
}
