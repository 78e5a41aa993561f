package io.weir.dataplane.forward;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.unix.UnixChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http1.Http1ClientConnection;
import io.weir.dataplane.http2.Http2ClientConnection;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Accepts connections of clients for one event loop. */
final class Listener {
  private final EventLoop loop;
  private final ForwardOptions options;
  private final RequestHandler handler;
  private final LoopTraffic traffic;
  private final AtomicInteger connections;
  private final ClientConnections open = new ClientConnections();
  private final ServerBootstrap bootstrap;
  private @Nullable Channel channel;

  Listener(
      EventLoop loop,
      ChannelFactory<? extends ServerChannel> channels,
      ForwardOptions options,
      RequestHandler handler,
      LoopTraffic traffic,
      AtomicInteger connections) {
    this.loop = loop;
    this.options = options;
    this.handler = handler;
    this.traffic = traffic;
    this.connections = connections;
    bootstrap =
        new ServerBootstrap()
            .group(loop, loop)
            .channelFactory(channels)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .option(UnixChannelOption.SO_REUSEPORT, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel accepted) {
                    accept(accepted);
                  }
                });
  }

  ChannelFuture bind(InetSocketAddress address) {
    ChannelFuture bound = bootstrap.bind(address);
    channel = bound.channel();
    return bound;
  }

  private void accept(Channel accepted) {
    int now = connections.incrementAndGet();
    accepted.closeFuture().addListener(_ -> connections.decrementAndGet());
    if (now > options.maxConnections()) {
      traffic.refused();
      accepted.close();
      return;
    }
    traffic.accepted();
    accepted.closeFuture().addListener(_ -> traffic.closed());
    InetSocketAddress remote = (InetSocketAddress) accepted.remoteAddress();
    ClientPeer peer =
        new ClientPeer(
            remote.getAddress().getHostAddress(),
            ((InetSocketAddress) accepted.localAddress()).getPort(),
            false,
            options.trustedProxies().contains(remote));
    accepted
        .pipeline()
        .addLast(
            new Http1ClientConnection(handler, options.limits(), peer, open, () -> http2(peer)));
  }

  private ChannelHandler http2(ClientPeer peer) {
    return Http2ClientConnection.of(handler, options.limits(), peer, open);
  }

  int port() {
    Channel bound = channel;
    return bound == null ? 0 : ((InetSocketAddress) bound.localAddress()).getPort();
  }

  /** Stops accepting, lets running requests finish within a time, and closes what is left. */
  Future<Void> shutdown(long timeout, TimeUnit unit) {
    Promise<Void> done = Promise.promise();
    loop.execute(
        () -> {
          Channel bound = channel;
          if (bound != null) {
            bound.close();
          }
          open.drain(done::tryComplete);
          loop.schedule(open::close, timeout, unit);
        });
    return done.future();
  }
}
