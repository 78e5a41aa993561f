package io.weir.dataplane.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * What becomes of connections that cannot be accepted, for want of files above all: they wait in
 * the queue of the system. Netty's own handler, in front of this one, stops accepting for a second
 * and tries again; here it is told, once until one could be accepted. One event loop.
 */
final class AcceptFailures extends ChannelInboundHandlerAdapter {
  private static final System.Logger LOG = System.getLogger(Listener.class.getName());

  private boolean failing;

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (!failing) {
      failing = true;
      LOG.log(
          System.Logger.Level.ERROR,
          "connections of clients wait, because none can be accepted on %s: %s; tried every second"
              .formatted(context.channel().localAddress(), cause));
    }
  }

  /** One was accepted. */
  void accepted() {
    if (failing) {
      failing = false;
      LOG.log(System.Logger.Level.INFO, "connections of clients are accepted again");
    }
  }
}
