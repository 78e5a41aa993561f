package io.weir.dataplane.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.uring.IoUringSocketChannel;

/**
 * Ends reading with the close of a connection, on io_uring. There a close waits for what is being
 * written, and Netty 4.2.18 lets a read that is asked for meanwhile begin a poll, which keeps the
 * socket in the kernel after it was closed: the peer learns of the end only when it sends
 * something. Stands before all other handlers; those who would be first are added with {@link
 * #first}. One event loop.
 */
public final class NoReadAfterClose extends ChannelOutboundHandlerAdapter {
  private boolean closing;

  private NoReadAfterClose() {}

  /** Guards a new connection, where the transport needs it. */
  public static void guard(Channel connection) {
    if (connection instanceof IoUringSocketChannel) {
      connection.pipeline().addFirst(NoReadAfterClose.class.getName(), new NoReadAfterClose());
    }
  }

  /** Adds a handler before all others but this. */
  public static void first(Channel connection, ChannelHandler handler) {
    ChannelPipeline pipeline = connection.pipeline();
    String guard = NoReadAfterClose.class.getName();
    if (pipeline.context(guard) == null) {
      pipeline.addFirst(handler);
    } else {
      pipeline.addAfter(guard, null, handler);
    }
  }

  @Override
  public void read(ChannelHandlerContext ctx) {
    if (!closing) {
      ctx.read();
    }
  }

  @Override
  public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
    if (!closing) {
      closing = true;
      // the end of automatic reading takes back what was asked for before, but it has to begin
      // first
      ctx.channel().config().setAutoRead(true);
      ctx.channel().config().setAutoRead(false);
    }
    ctx.close(promise);
  }
}
