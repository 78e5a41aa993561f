package io.weir.dataplane.tls;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SniCompletionEvent;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.weir.dataplane.http.ClientConnections;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A client's connection until its handshake is done and it is known what is spoken on it. What goes
 * wrong is counted, and told only to those who debug: it is the client's affair. One event loop.
 */
final class HandshakeHandler extends ApplicationProtocolNegotiationHandler
    implements ClientConnections.Member {
  private static final System.Logger LOG = System.getLogger(HandshakeHandler.class.getName());

  /** How long a handshake has left when the process stops. */
  private static final int DRAIN_MILLIS = 500;

  private final ServerNameHandler names;
  private final Handshakes handshakes;
  private final ClientConnections open;
  private final ClientTls.Next next;
  private @Nullable ChannelHandlerContext context;
  private boolean told;

  HandshakeHandler(
      ServerNameHandler names, Handshakes handshakes, ClientConnections open, ClientTls.Next next) {
    super(ApplicationProtocolNames.HTTP_1_1);
    this.names = names;
    this.handshakes = handshakes;
    this.open = open;
    this.next = next;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) throws Exception {
    context = added;
    super.handlerAdded(added);
    open.opened(this);
  }

  /** After whoever goes on with the connection was added: at no time is it nobody's. */
  @Override
  public void handlerRemoved(ChannelHandlerContext removed) throws Exception {
    context = null;
    super.handlerRemoved(removed);
    open.closed(this);
  }

  @Override
  protected void configurePipeline(ChannelHandlerContext ctx, String protocol) {
    told = true;
    handshakes.completed();
    boolean http2 = ApplicationProtocolNames.HTTP_2.equals(protocol);
    next.encrypted(ctx.channel(), http2, names.asked());
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof SniCompletionEvent names && !names.isSuccess()) {
      failed(names.cause());
    }
    super.userEventTriggered(ctx, event);
  }

  @Override
  protected void handshakeFailure(ChannelHandlerContext ctx, Throwable cause) {
    failed(cause);
    ctx.close();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    failed(cause);
    ctx.close();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    super.channelInactive(ctx);
    open.closed(this);
  }

  private void failed(Throwable cause) {
    if (told) {
      return;
    }
    told = true;
    handshakes.failed(
        switch (cause) {
          case MissingCertificateException _ -> Handshakes.Failure.NO_CERTIFICATE;
          case SslHandshakeTimeoutException _ -> Handshakes.Failure.TIMEOUT;
          default -> Handshakes.Failure.PROTOCOL;
        });
    LOG.log(System.Logger.Level.DEBUG, () -> "a handshake came to nothing: " + cause);
  }

  @Override
  public void drain() {
    ChannelHandlerContext ctx = context;
    if (ctx != null) {
      ctx.executor().schedule(this::close, DRAIN_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  /** Does nothing if the handshake is over: then the connection is somebody else's. */
  @Override
  public void close() {
    if (context != null) {
      context.close();
    }
  }
}
