package io.weir.dataplane.http1;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.weir.dataplane.http.LazyTimer;
import org.jspecify.annotations.Nullable;

/**
 * Watches over what was handed over and is not written yet: however slowly the peer takes it, it
 * arrives, unless the peer takes nothing at all for a time. One event loop.
 */
final class WriteWatch {
  private final ChannelHandlerContext context;
  private final Wire wire;
  private final int patienceMillis;
  private final Runnable stalled;
  private final LazyTimer timer;
  private @Nullable Runnable then;
  private long taken;

  /**
   * A watch over nothing.
   *
   * @param patienceMillis how long the peer may take nothing
   * @param stalled what is done when it has taken nothing for so long
   */
  WriteWatch(ChannelHandlerContext context, Wire wire, int patienceMillis, Runnable stalled) {
    this.context = context;
    this.wire = wire;
    this.patienceMillis = patienceMillis;
    this.stalled = stalled;
    timer = new LazyTimer(context.executor(), this::look);
  }

  /** Does something when all is written, at once if it is; what was to be done before is not. */
  void whenWritten(Runnable next) {
    if (wire.unwritten() == 0) {
      done(next);
      return;
    }
    then = next;
    taken = wire.taken();
    timer.inMillis(patienceMillis);
    context
        .writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            last -> {
              if (then == next && last.isSuccess()) {
                done(next);
              }
            });
  }

  private void done(Runnable next) {
    then = null;
    timer.stop();
    next.run();
  }

  private void look() {
    if (then == null) {
      return;
    }
    long now = wire.taken();
    if (now == taken) {
      stalled.run();
    } else {
      taken = now;
      timer.inMillis(patienceMillis);
    }
  }

  /** The connection is gone, or somebody else's. */
  void close() {
    then = null;
    timer.close();
  }
}
