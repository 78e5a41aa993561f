package io.weir.dataplane.nodes;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NoReadAfterClose;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.tls.NodeTrust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;

/** Makes connections from one event loop to nodes: resolves, connects, encrypts. */
public final class NodeConnector {
  private static final Quiet QUIET = new Quiet();

  private final EventLoop loop;
  private final NodeNetwork network;
  private final Bootstrap bootstrap;

  /** Who waits for a connection. */
  interface Waiting {
    /** It is made; {@code http2} if that is what is spoken on it. */
    void connected(Channel channel, InetAddress address, boolean http2);

    /** It could not be made: {@link NodeFailure#NOT_CONNECTED} or {@code NO_RESOURCES}. */
    void failed(NodeFailure kind, String why);
  }

  NodeConnector(EventLoop loop, ChannelFactory<? extends Channel> channels, NodeNetwork network) {
    this.loop = loop;
    this.network = network;
    bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(channels)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            // the one time for all of it ends sooner
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 0)
            .handler(QUIET);
  }

  /** What goes wrong before there is a connection is told to who waits for it, and only there. */
  @ChannelHandler.Sharable
  private static final class Quiet extends ChannelInboundHandlerAdapter {
    @Override
    public void handlerAdded(ChannelHandlerContext context) {
      NoReadAfterClose.guard(context.channel());
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  /**
   * Makes a connection and tells who waits, maybe before this returns.
   *
   * @param millis how long it may take, at most {@link #timeoutMillis}
   */
  void connect(LiveNode node, Spread spread, int millis, Waiting waiting) {
    new Connecting(this, node, spread, Math.min(millis, timeoutMillis()), waiting).start();
  }

  /**
   * A connection to a node for one request: made for it, and closed when it is over, whatever the
   * node says.
   *
   * @param millis how long it may take to be made, at most {@link #timeoutMillis}
   */
  public NodeConnections single(LiveNode node, int millis) {
    return new SingleRequest(this, node, millis);
  }

  /** How long a connection may take to be made. */
  public int timeoutMillis() {
    return network.timeoutMillis();
  }

  /** Does something later, on the event loop. */
  public ScheduledFuture<?> schedule(Runnable task, long millis) {
    return loop.schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  ChannelFuture dial(InetSocketAddress to) {
    return bootstrap.connect(to);
  }

  EventLoop loop() {
    return loop;
  }

  NodeNames names() {
    return network.names();
  }

  NodeAddresses allowed() {
    return network.allowed();
  }

  NodeTrust trust() {
    return network.trust();
  }

  Lacks lacks() {
    return network.lacks();
  }
}
