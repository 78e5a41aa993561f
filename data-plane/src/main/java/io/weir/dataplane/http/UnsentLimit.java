package io.weir.dataplane.http;

import io.netty.channel.Channel;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.uring.IoUringChannelOption;
import io.netty.channel.uring.IoUringSocketChannel;

/**
 * How much of what a peer has no room for the kernel takes from us (TCP_NOTSENT_LOWAT). Left to
 * itself, it fills a buffer of megabytes and asks for more when a third of that has gone, so that a
 * slow peer looks for minutes like one that takes nothing. What is on its way does not count: a
 * fast peer is served as before.
 */
public final class UnsentLimit {
  private static final long BYTES = 128 * 1024;

  private UnsentLimit() {}

  /** Sets it for a connection, where the transport can. */
  public static void set(Channel connection) {
    if (connection instanceof EpollSocketChannel) {
      connection.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, BYTES);
    } else if (connection instanceof IoUringSocketChannel) {
      connection.config().setOption(IoUringChannelOption.TCP_NOTSENT_LOWAT, BYTES);
    }
  }
}
