package io.weir.dataplane.http1;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import io.weir.dataplane.http.LazyTimer;
import io.weir.dataplane.http.NoReadAfterClose;

/**
 * The end of a connection whose client may be sending still: tells the client that nothing more
 * comes, then reads and drops until the client has seen that and closes. Closed at once, the
 * connection would be reset, and the reset would overtake the answer (RFC 9112, 9.6). Stands before
 * everything else, also before TLS, which is of no use any more. One event loop.
 */
final class Lingering extends ChannelInboundHandlerAdapter {
  /** How long the client may send nothing and not close either. */
  private static final int IDLE_MILLIS = 2_000;

  /** How long the client may go on sending. */
  private static final int MILLIS = 30_000;

  private final LazyTimer idle;
  private final LazyTimer end;

  private Lingering(Channel channel) {
    idle = new LazyTimer(channel.eventLoop(), channel::close);
    end = new LazyTimer(channel.eventLoop(), channel::close);
  }

  /** Ends a connection on which everything has been written. */
  static void begin(Channel channel) {
    if (!(channel instanceof DuplexChannel duplex)) {
      channel.close();
      return;
    }
    NoReadAfterClose.first(channel, new Lingering(channel));
    channel.config().setAutoRead(true);
    SslHandler tls = channel.pipeline().get(SslHandler.class);
    if (tls == null) {
      duplex.shutdownOutput();
    } else {
      tls.closeOutbound().addListener(_ -> duplex.shutdownOutput());
    }
  }

  @Override
  public void handlerAdded(ChannelHandlerContext added) {
    idle.inMillis(IDLE_MILLIS);
    end.inMillis(MILLIS);
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object dropped) {
    ReferenceCountUtil.release(dropped);
    idle.inMillis(IDLE_MILLIS);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext from) {}

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    from.channel().close();
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext removed) {
    idle.close();
    end.close();
  }
}
