package io.weir.dataplane.http1;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Hears first what the network does to a connection to a node, and remembers it: such a connection
 * has not been ended by the node on purpose. It ends by itself when what has arrived has been read;
 * nobody else has to do anything about it.
 */
final class Losses extends ChannelInboundHandlerAdapter {
  private boolean any;

  @Override
  public void exceptionCaught(ChannelHandlerContext from, Throwable cause) {
    any = true;
  }

  /** Whether something could not be read or written. */
  boolean any() {
    return any;
  }
}
