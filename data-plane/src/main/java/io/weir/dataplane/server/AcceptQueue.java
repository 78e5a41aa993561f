package io.weir.dataplane.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ServerChannel;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of a listening socket: connections that the kernel has made and nobody has accepted yet
 * are accepted first, because closing resets them. One event loop.
 */
final class AcceptQueue extends ChannelInboundHandlerAdapter {
  /** How long the queue is emptied while new connections keep coming. */
  private static final int MILLIS = 5_000;

  /**
   * How long nobody has to have come. Timers run after the event loop has looked at its sockets:
   * whoever waited when this time began has been accepted when it ends.
   */
  private static final int QUIET_MILLIS = 2;

  private final ServerChannel socket;
  private boolean busy;

  private AcceptQueue(ServerChannel socket) {
    this.socket = socket;
  }

  /** Closes the socket, if there is one, when nobody waits any more; in its event loop. */
  static Future<Void> close(@Nullable ServerChannel socket) {
    if (socket == null) {
      return Future.succeededFuture();
    }
    Promise<Void> closed = Promise.promise();
    socket.closeFuture().addListener(_ -> closed.complete());
    AcceptQueue last = new AcceptQueue(socket);
    socket.pipeline().addFirst(last);
    socket.config().setAutoRead(true);
    last.lookSoon();
    socket.eventLoop().schedule(() -> socket.close(), MILLIS, TimeUnit.MILLISECONDS);
    return closed.future();
  }

  @Override
  public void channelRead(ChannelHandlerContext from, Object accepted) {
    busy = true;
    from.fireChannelRead(accepted);
  }

  private void lookSoon() {
    busy = false;
    look(QUIET_MILLIS, this::lookAgain);
  }

  /**
   * The event loop may have slept until now: with nothing to wait for it looks at its sockets once
   * more, and whoever comes after that has microseconds to do so.
   */
  private void lookAgain() {
    if (busy) {
      lookSoon();
    } else {
      look(0, this::closeIfQuiet);
    }
  }

  private void closeIfQuiet() {
    if (busy) {
      lookSoon();
    } else {
      socket.close();
    }
  }

  private void look(int millis, Runnable then) {
    socket.eventLoop().schedule(then, millis, TimeUnit.MILLISECONDS);
  }
}
