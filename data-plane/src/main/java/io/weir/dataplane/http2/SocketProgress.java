package io.weir.dataplane.http2;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;

/**
 * Tells from outside how much the socket of a channel takes of what was written to it, be it a part
 * of one frame: the first piece that waits for the socket, and what is left of it, change. Costs
 * nothing but when it is asked. One event loop.
 */
final class SocketProgress {
  private final Channel channel;
  private int first;
  private long gone;
  private long left;
  private long pending;
  private long taken;

  SocketProgress(Channel channel) {
    this.channel = channel;
  }

  /**
   * A number of bytes that has grown if the socket took something since the last call: by what is
   * certain, which is less than it took when more was written in between.
   */
  long taken() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    if (out == null) {
      return taken;
    }
    Object now = out.current();
    int nowFirst = System.identityHashCode(now);
    long nowGone = out.currentProgress();
    long nowPending = out.totalPendingWriteBytes();
    if (nowFirst != first) {
      taken += Math.max(Math.max(1, left + nowGone), pending - nowPending);
    } else if (nowGone > gone) {
      taken += nowGone - gone;
    }
    first = nowFirst;
    gone = nowGone;
    left = now instanceof ByteBuf piece ? piece.readableBytes() : 0;
    pending = nowPending;
    return taken;
  }

  /** Whether something waits for the socket. */
  boolean waits() {
    ChannelOutboundBuffer out = channel.unsafe().outboundBuffer();
    return out != null && out.totalPendingWriteBytes() > 0;
  }
}
