package io.weir.dataplane.http2;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.handler.codec.http2.Http2Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What both ends of a connection do: leads frames to streams and gathers flushes. */
abstract class Http2Endpoint extends Http2ConnectionHandler {
  /** As large as nobody needs it; a larger one would be ours to fill with what we send. */
  private static final long MOST_HEADER_TABLE = 4096;

  private final Http2Connection.PropertyKey key = connection().newKey();
  private final List<MessageStream> touched = new ArrayList<>();
  private final Runnable flush = this::flushNow;
  private final int connectionWindow;
  private @Nullable ChannelHandlerContext context;
  private boolean flushing;

  /**
   * @param connectionWindow how many bytes the peer may send on all streams together before we have
   *     passed them on
   */
  Http2Endpoint(
      Http2ConnectionDecoder decoder,
      Http2ConnectionEncoder encoder,
      Http2Settings settings,
      int connectionWindow) {
    super(decoder, encoder, settings, true);
    this.connectionWindow = connectionWindow;
    decoder.frameListener(new Frames(this));
    connection()
        .addListener(
            new Http2ConnectionAdapter() {
              @Override
              public void onStreamActive(Http2Stream stream) {
                streamOpened(stream.id());
              }

              @Override
              public void onStreamClosed(Http2Stream stream) {
                MessageStream message = of(stream);
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

  final boolean isInstalled() {
    return context != null;
  }

  final void attach(Http2Stream stream, MessageStream message) {
    message.bind(stream);
    stream.setProperty(key, message);
  }

  final @Nullable MessageStream of(@Nullable Http2Stream stream) {
    return stream == null ? null : stream.getProperty(key);
  }

  /** The stream of a frame that brings something; it hears of the end of this read. */
  final @Nullable MessageStream touch(int streamId) {
    MessageStream message = of(connection().stream(streamId));
    if (message != null && !message.touched) {
      message.touched = true;
      touched.add(message);
    }
    return message;
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
  public void channelReadComplete(ChannelHandlerContext ctx) throws Exception {
    for (int i = 0; i < touched.size(); i++) {
      MessageStream message = touched.get(i);
      message.touched = false;
      message.onReadComplete();
    }
    touched.clear();
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
    MessageStream message = of(stream);
    if (message != null) {
      message.cut();
    }
    super.onStreamError(ctx, outbound, cause, why);
    if (message != null) {
      message.onError(why);
    }
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
