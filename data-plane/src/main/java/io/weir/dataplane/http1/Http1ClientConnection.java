package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.codec.CodecException;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.Headers;
import io.weir.dataplane.http.HttpLimits;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.MalformedException;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http.RequestHead;
import io.weir.dataplane.http.Version;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client's HTTP/1.1 connection: reads one request after another, the next one when the last one
 * has been answered. Hands the connection over when it begins with the preface of HTTP/2.
 */
public final class Http1ClientConnection extends ChannelInboundHandlerAdapter
    implements ClientConnections.Member, ChunkedDecoder.Sink {
  /** How much of a body that nobody wants is read to keep the connection usable. */
  private static final int DISCARD_LIMIT = 256 * 1024;

  /** How much of the next requests is held while one is being served. */
  private static final int PIPELINE_LIMIT = 64 * 1024;

  /** How long a connection that has been refused is read from, so that the refusal arrives. */
  private static final int LINGER_MILLIS = 2_000;

  /** How long an idle connection of a stopping process waits for a last request. */
  private static final int DRAIN_IDLE_MILLIS = 500;

  private enum State {
    /** Between requests, or within a head. */
    HEAD,
    /** Within a body of known length. */
    FIXED,
    /** Within a chunked body. */
    CHUNKED,
    /** The request is complete, its response is not. */
    ANSWERING,
    /** No HTTP any more: bytes both ways. */
    TUNNEL,
    /** Nothing is understood any more; what comes is dropped until the client sees the end. */
    LINGERING
  }

  private final RequestHandler handler;
  private final HttpLimits limits;
  private final ClientPeer peer;
  private final ClientConnections connections;
  private final @Nullable Supplier<ChannelHandler> http2;
  private final Headers headers = new Headers();
  private final ChunkedDecoder chunks;
  private ChannelHandlerContext context;
  private Wire wire;
  private LazyTimer timer;
  private LazyTimer requestTimer;
  private State state = State.HEAD;
  private @Nullable Http1ClientStream stream;
  private @Nullable ByteBuf held;
  private int scanned;
  private long left;
  private long received;
  private long discardable;
  private boolean first = true;
  private boolean reading;
  private boolean draining;

  /**
   * A connection that is not in a pipeline yet.
   *
   * @param http2 makes the handler that takes over when the client speaks HTTP/2 unasked, or null
   */
  @SuppressWarnings("NullAway.Init") // Netty calls handlerAdded before anything else
  public Http1ClientConnection(
      RequestHandler handler,
      HttpLimits limits,
      ClientPeer peer,
      ClientConnections connections,
      @Nullable Supplier<ChannelHandler> http2) {
    this.handler = handler;
    this.limits = limits;
    this.peer = peer;
    this.connections = connections;
    this.http2 = http2;
    chunks = new ChunkedDecoder(limits.headerBytes(), limits.headerCount());
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    context = added;
    wire = new Wire(added);
    timer = new LazyTimer(added.executor(), this::timeUp);
    requestTimer = new LazyTimer(added.executor(), () -> {});
    connections.opened(this);
    timer.inMillis(draining ? DRAIN_IDLE_MILLIS : limits.keepAliveMillis());
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    timer.close();
    requestTimer.close();
    wire.drop();
    ByteBuf rest = held;
    held = null;
    if (rest != null) {
      rest.release();
    }
    connections.closed(this);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object message) {
    ByteBuf in = (ByteBuf) message;
    ByteBuf before = held;
    if (before != null) {
      held = null;
      before.writeBytes(in);
      in.release();
      in = before;
    }
    read(in);
  }

  /** Reads as far as the state allows, then holds the rest. */
  private void read(ByteBuf in) {
    reading = true;
    try {
      boolean more = true;
      while (more && in.isReadable()) {
        more =
            switch (state) {
              case HEAD -> head(in);
              case FIXED -> fixed(in);
              case CHUNKED -> {
                chunks.decode(in, this);
                yield true;
              }
              case ANSWERING -> false;
              case TUNNEL -> tunnel(in);
              case LINGERING -> linger(in);
            };
      }
    } catch (MalformedException e) {
      refuse(e);
      in.skipBytes(in.readableBytes());
    } finally {
      reading = false;
    }
    hold(in);
  }

  private void hold(ByteBuf in) {
    if (!in.isReadable() || context.isRemoved()) {
      in.release();
      return;
    }
    if (in.writableBytes() > 0 && in.readerIndex() == 0 && in.refCnt() == 1) {
      held = in;
    } else {
      held = context.alloc().buffer(Math.max(1024, in.readableBytes())).writeBytes(in);
      in.release();
    }
    if (state == State.ANSWERING && held.readableBytes() > PIPELINE_LIMIT) {
      pause();
    }
  }

  private boolean head(ByteBuf in) throws MalformedException {
    int start = in.readerIndex();
    if (scanned == 0 && in.getByte(start) == '\r') {
      // an empty line before a request is left over from the last one (RFC 9112, 2.2)
      if (in.readableBytes() < 2) {
        return false;
      }
      if (in.getByte(start + 1) != '\n') {
        throw MalformedException.of("a bare CR before a request");
      }
      in.skipBytes(2);
      return true;
    }
    if (scanned == 0) {
      timer.inMillis(limits.headerMillis());
    }
    int limit = limits.headerBytes() + limits.requestLineBytes();
    int length = Math.min(in.readableBytes(), limit);
    byte[] bytes = headers.load(in, start, length);
    int end = HeadParser.endOfHead(bytes, scanned, length);
    if (end < 0) {
      checkSize(bytes, length, length == limit);
      scanned = length;
      return false;
    }
    checkSize(bytes, end, false);
    scanned = 0;
    if (first && http2 != null && bytes[0] == 'P' && bytes[1] == 'R' && bytes[2] == 'I') {
      becomeHttp2(http2.get(), in);
      return false;
    }
    first = false;
    RequestHead head = HeadParser.request(headers, bytes, end, limits.headerCount());
    in.skipBytes(end);
    begin(head);
    return true;
  }

  private void checkSize(byte[] bytes, int length, boolean full) throws MalformedException {
    int line = 0;
    while (line < length && bytes[line] != '\n') {
      line++;
    }
    if (line > limits.requestLineBytes()) {
      throw new MalformedException(
          414, "the request line is longer than " + limits.requestLineBytes() + " bytes");
    }
    if (full || length - line - 1 > limits.headerBytes()) {
      throw new MalformedException(
          431, "the header section is larger than " + limits.headerBytes() + " bytes");
    }
  }

  private void becomeHttp2(ChannelHandler next, ByteBuf in) {
    ByteBuf all = in.readRetainedSlice(in.readableBytes());
    ChannelHandlerContext here = context;
    here.pipeline().addAfter(here.name(), null, next);
    here.fireChannelRead(all);
    here.fireChannelReadComplete();
    here.pipeline().remove(this);
  }

  private void begin(RequestHead head) throws MalformedException {
    long length = head.contentLength();
    if (limits.bodyBytes() > 0 && length > limits.bodyBytes()) {
      throw tooLarge();
    }
    received = 0;
    if (length == 0) {
      state = State.ANSWERING;
      timer.stop();
    } else {
      state = length > 0 ? State.FIXED : State.CHUNKED;
      left = length;
      chunks.reset();
      timer.inMillis(limits.bodyIdleMillis());
    }
    Http1ClientStream next = new Http1ClientStream(this, head);
    stream = next;
    handler.handle(next);
  }

  private MalformedException tooLarge() {
    return new MalformedException(413, "the body is larger than " + limits.bodyBytes() + " bytes");
  }

  private boolean fixed(ByteBuf in) throws MalformedException {
    int length = (int) Math.min(left, in.readableBytes());
    left -= length;
    data(in.readRetainedSlice(length));
    if (left == 0 && state == State.FIXED) {
      ended(null);
    }
    return true;
  }

  @Override
  public void data(ByteBuf data) {
    received += data.readableBytes();
    timer.inMillis(limits.bodyIdleMillis());
    Http1ClientStream current = stream;
    if (limits.bodyBytes() > 0 && received > limits.bodyBytes()) {
      data.release();
      refuse(tooLarge());
    } else if (current != null) {
      current.listener().data(data);
    } else {
      discardable -= data.readableBytes();
      data.release();
      if (discardable < 0) {
        close();
      }
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    if (state != State.FIXED && state != State.CHUNKED) {
      return;
    }
    timer.stop();
    Http1ClientStream current = stream;
    if (current == null) {
      awaitNext();
    } else {
      state = State.ANSWERING;
      current.listener().ended(trailers);
    }
  }

  private boolean tunnel(ByteBuf in) {
    Http1ClientStream current = stream;
    if (current == null) {
      return linger(in);
    }
    current.listener().data(in.readRetainedSlice(in.readableBytes()));
    return false;
  }

  private boolean linger(ByteBuf in) {
    in.skipBytes(in.readableBytes());
    return false;
  }

  /** Answers, if that is still possible, and reads nothing more. */
  private void refuse(MalformedException why) {
    State at = state;
    state = State.LINGERING;
    timer.inMillis(LINGER_MILLIS);
    Http1ClientStream current = stream;
    if (current != null) {
      current.closeAfter();
      current.listener().refused(why);
    } else if (at == State.HEAD) {
      RequestHead nothing =
          new RequestHead(Version.HTTP_1_1, "-", "", null, headers.clear(), 0, false, null);
      Http1ClientStream last = new Http1ClientStream(this, nothing);
      stream = last;
      last.closeAfter();
      handler.refuse(last, why);
    } else {
      close();
    }
  }

  private void timeUp() {
    switch (state) {
      case HEAD -> {
        if (held == null) {
          close();
        } else {
          refuse(new MalformedException(408, "the head did not arrive in time"));
        }
      }
      case FIXED, CHUNKED -> refuse(new MalformedException(408, "the body stood still"));
      case ANSWERING, TUNNEL -> {}
      case LINGERING -> close();
    }
  }

  /** The response of the current request is complete and on its way. */
  void answered(boolean closing) {
    stream = null;
    requestTimer.stop();
    if (closing) {
      endConnection();
    } else if (state == State.ANSWERING) {
      awaitNext();
    } else {
      // the rest of the body is read and dropped, up to a limit
      discardable = DISCARD_LIMIT;
      resume();
    }
  }

  private void awaitNext() {
    state = State.HEAD;
    scanned = 0;
    timer.inMillis(draining ? DRAIN_IDLE_MILLIS : limits.keepAliveMillis());
    resume();
    readHeld();
  }

  /** Goes on with what came before its time; no end of a read of the channel follows. */
  private void readHeld() {
    ByteBuf rest = held;
    if (rest != null && !reading) {
      held = null;
      read(rest);
      Http1ClientStream current = stream;
      if (current != null) {
        current.listener().readComplete();
      }
    }
  }

  /** Ends the connection so that what was sent last arrives: not with a reset (RFC 9112, 9.6). */
  private void endConnection() {
    State at = state;
    state = State.LINGERING;
    ChannelFuture sent = context.writeAndFlush(Unpooled.EMPTY_BUFFER);
    boolean unread = at != State.ANSWERING || held != null;
    if (unread && !peer.tls() && context.channel() instanceof DuplexChannel duplex) {
      timer.inMillis(LINGER_MILLIS);
      resume();
      sent.addListener(_ -> duplex.shutdownOutput());
    } else {
      sent.addListener(ChannelFutureListener.CLOSE);
    }
  }

  /**
   * Ends the connection within a response.
   *
   * @param reset whether a mere end of the connection would look like the end of the response
   */
  void breakOff(boolean reset) {
    stream = null;
    state = State.LINGERING;
    if (reset) {
      context.channel().config().setOption(ChannelOption.SO_LINGER, 0);
      // past TLS, whose farewell would say that the response is whole
      context.pipeline().firstContext().close();
    } else {
      close();
    }
  }

  void switchToTunnel() {
    state = State.TUNNEL;
    timer.stop();
    readHeld();
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {
    Http1ClientStream current = stream;
    if (current != null) {
      current.listener().readComplete();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    Http1ClientStream current = stream;
    if (current != null && from.channel().isWritable()) {
      current.listener().writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    Http1ClientStream current = stream;
    stream = null;
    state = State.LINGERING;
    if (current != null) {
      current.gone();
    }
    connections.closed(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    // clients that vanish are everyday life; a defect of ours is told by whoever met it
    if (cause instanceof RuntimeException bug && !(cause instanceof CodecException)) {
      System.getLogger(Http1ClientConnection.class.getName())
          .log(System.Logger.Level.ERROR, "a connection met a defect of the gateway", bug);
    }
    close();
  }

  void resume() {
    if (!context.channel().config().isAutoRead()) {
      context.channel().config().setAutoRead(true);
      if (state == State.FIXED || state == State.CHUNKED) {
        timer.inMillis(limits.bodyIdleMillis());
      }
    }
  }

  void pause() {
    context.channel().config().setAutoRead(false);
    timer.stop();
  }

  @Override
  public void drain() {
    draining = true;
    if (context != null && state == State.HEAD && held == null) {
      timer.inMillis(DRAIN_IDLE_MILLIS);
    }
  }

  @Override
  public void close() {
    context.close();
  }

  boolean draining() {
    return draining || handler.draining();
  }

  Wire wire() {
    return wire;
  }

  ClientPeer peer() {
    return peer;
  }

  boolean writable() {
    return context.channel().isWritable();
  }

  LazyTimer requestTimer() {
    return requestTimer;
  }
}
