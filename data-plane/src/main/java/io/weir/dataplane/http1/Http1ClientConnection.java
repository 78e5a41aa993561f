package io.weir.dataplane.http1;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
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
 * A client's HTTP/1 connection: reads one request after another, the next one when the last one has
 * been answered. Hands the connection over when it begins with the preface of HTTP/2.
 */
public final class Http1ClientConnection extends Http1Connection
    implements ClientConnections.Member {
  /** How much of a body that nobody wants is read to keep the connection usable. */
  private static final int DISCARD_LIMIT = 256 * 1024;

  private final RequestHandler handler;
  private final HttpLimits limits;
  private final RequestHeads heads;
  private final ClientPeer peer;
  private final ClientConnections connections;
  private final @Nullable Supplier<ChannelHandler> http2;
  private ClientLife life;
  private LazyTimer requestTimer;
  private @Nullable Http1ClientStream stream;
  private long received;
  private boolean first = true;

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
    super(
        RequestHeads.most(limits), new ChunkedDecoder(limits.headerBytes(), limits.headerCount()));
    this.handler = handler;
    this.limits = limits;
    heads = new RequestHeads(limits);
    this.peer = peer;
    this.connections = connections;
    this.http2 = http2;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    super.handlerAdded(added);
    requestTimer = new LazyTimer(added.executor(), () -> {});
    life = new ClientLife(this, added, limits, this::timeUp);
    life.idle();
    connections.opened(this);
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    life.close();
    requestTimer.close();
    super.handlerRemoved(removed);
    connections.closed(this);
  }

  // what arrives

  @Override
  boolean headBegins(ByteBuf in) throws MalformedException {
    if (!RequestHeads.begins(in)) {
      return false;
    }
    life.headBegan();
    int ofHttp2 = first && http2 != null ? RequestHeads.ofHttp2(in) : -1;
    if (http2 != null && RequestHeads.isHttp2(ofHttp2)) {
      becomeHttp2(http2.get(), in.readRetainedSlice(in.readableBytes()));
    }
    return ofHttp2 < 0;
  }

  private void becomeHttp2(ChannelHandler next, ByteBuf all) {
    ChannelHandlerContext here = context();
    here.pipeline().addAfter(here.name(), null, next);
    here.fireChannelRead(all);
    here.fireChannelReadComplete();
    here.pipeline().remove(this);
  }

  @Override
  void checkHead(byte[] in, int length, boolean full) throws MalformedException {
    heads.check(in, length, full);
  }

  @Override
  void head(byte[] in, int end) throws MalformedException {
    first = false;
    RequestHead head = heads.read(headers(), in, end);
    long length = head.contentLength();
    received = 0;
    if (length == 0) {
      life.requestCame();
    } else {
      life.bodyBegan(length);
    }
    Http1ClientStream next = new Http1ClientStream(this, head);
    stream = next;
    handler.handle(next);
  }

  @Override
  public void data(ByteBuf data) {
    received += data.readableBytes();
    boolean tooLarge = heads.isTooLarge(received);
    Http1ClientStream current = stream;
    ClientState state = life.state();
    if (current != null && state == ClientState.TUNNEL) {
      current.listener().data(data);
    } else if (current != null && state == ClientState.BODY && !tooLarge) {
      life.bodyMoved();
      current.listener().data(data);
    } else {
      data.release();
      if (state == ClientState.BODY) {
        refuse(heads.tooLarge());
      } else if (state != ClientState.DISCARDING) {
        impossible("a body while " + state);
      } else if (tooLarge) {
        life.leave(true);
      }
    }
  }

  @Override
  public void ended(@Nullable Headers trailers) {
    Http1ClientStream current = stream;
    if (life.state() == ClientState.DISCARDING) {
      life.awaitNext();
    } else {
      life.requestCame();
      if (current != null) {
        current.listener().ended(trailers);
      }
    }
  }

  @Override
  void malformed(MalformedException why) {
    if (life.state() == ClientState.DISCARDING) {
      life.leave(true);
    } else {
      refuse(why);
    }
  }

  /** Answers, if that is still possible, and reads nothing more. */
  private void refuse(MalformedException why) {
    life.refused();
    Http1ClientStream current = stream;
    if (current != null) {
      current.closeAfter();
      current.listener().refused(why);
    } else {
      RequestHead nothing =
          new RequestHead(Version.HTTP_1_1, "-", "", null, headers().clear(), 0, false, null);
      Http1ClientStream last = new Http1ClientStream(this, nothing);
      stream = last;
      last.closeAfter();
      handler.refuse(last, why);
    }
  }

  @Override
  void readComplete() {
    Http1ClientStream current = stream;
    if (current != null) {
      current.listener().readComplete();
    }
  }

  private void timeUp() {
    switch (life.state()) {
      case IDLE, REFUSED -> close();
      case HEAD -> refuse(new MalformedException(408, "the head did not arrive in time"));
      case BODY -> refuse(new MalformedException(408, "the body stood still"));
      case DISCARDING -> life.leave(true);
      case ANSWERING, TUNNEL, LEAVING, GONE -> {}
    }
  }

  // what the current request's stream does

  /**
   * The response of the current request is complete and on its way.
   *
   * @param closing whether it said that the connection ends
   * @param asked whether the request had said so
   */
  void answered(boolean closing, boolean asked) {
    stream = null;
    life.answered(closing, asked);
  }

  /**
   * Ends the connection within a response.
   *
   * @param reset whether a mere end of the connection would look like the end of the response
   */
  void breakOff(boolean reset) {
    stream = null;
    life.breakOff(reset);
  }

  void switchToTunnel() {
    life.tunnel();
  }

  /** Whether the connection will end with the response that is about to begin. */
  boolean endsWithResponse() {
    return life.draining() || handler.draining() || left() > DISCARD_LIMIT;
  }

  LazyTimer timer(Runnable whenDue) {
    requestTimer = requestTimer.successor(whenDue);
    return requestTimer;
  }

  ClientPeer peer() {
    return peer;
  }

  /** The head of the response is on its way. */
  void answerBegan() {
    life.answerBegan();
  }

  @Override
  void resume() {
    if (life.state() == ClientState.BODY && !context().channel().config().isAutoRead()) {
      life.bodyMoved();
    }
    super.resume();
  }

  @Override
  void pause() {
    super.pause();
    if (life.state() == ClientState.BODY) {
      life.bodyHeldBack();
    }
  }

  // the channel

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext from) {
    Http1ClientStream current = stream;
    if (current != null && writable()) {
      current.listener().writable();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext from) {
    Http1ClientStream current = stream;
    stream = null;
    life.gone();
    if (current != null) {
      current.gone();
    }
    connections.closed(this);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    // clients that vanish are everyday life; a defect of ours is told by whoever met it
    if (cause instanceof RuntimeException bug && !(cause instanceof CodecException)) {
      defect(bug);
    }
    close();
  }

  @Override
  public void drain() {
    life.drain();
  }

  @Override
  public void close() {
    context().close();
  }
}
