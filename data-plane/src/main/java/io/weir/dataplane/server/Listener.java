package io.weir.dataplane.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.ServerChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.unix.UnixChannelOption;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.weir.contracts.value.CertificateName;
import io.weir.dataplane.http.ClientConnections;
import io.weir.dataplane.http.ClientPeer;
import io.weir.dataplane.http.IpText;
import io.weir.dataplane.http.NoReadAfterClose;
import io.weir.dataplane.http.RequestHandler;
import io.weir.dataplane.http.UnsentLimit;
import io.weir.dataplane.http1.Http1ClientConnection;
import io.weir.dataplane.http2.Http2ClientConnection;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.telemetry.LoopTraffic;
import io.weir.dataplane.tls.ClientTls;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Accepts connections of clients for one event loop. */
final class Listener {
  /** How long a connection that has been accepted may take to be one of ours. */
  private static final int DRAIN_AFTER_MILLIS = 5;

  private final EventLoop loop;
  private final ForwardOptions options;
  private final RequestHandler handler;
  private final LoopTraffic traffic;
  private final AtomicInteger connections;
  private final ClientConnections open = new ClientConnections();
  private final ChannelFactory<? extends ServerChannel> channels;
  private @Nullable ServerChannel channel;
  private @Nullable ServerChannel tlsChannel;

  Listener(
      EventLoop loop,
      ChannelFactory<? extends ServerChannel> channels,
      ForwardOptions options,
      RequestHandler handler,
      LoopTraffic traffic,
      AtomicInteger connections) {
    this.loop = loop;
    this.channels = channels;
    this.options = options;
    this.handler = handler;
    this.traffic = traffic;
    this.connections = connections;
  }

  /** Accepts what is not encrypted. */
  ChannelFuture bind(InetSocketAddress address) {
    ChannelFuture bound = bind(address, this::accept);
    channel = (ServerChannel) bound.channel();
    return bound;
  }

  /** Accepts what is encrypted. */
  ChannelFuture bindTls(InetSocketAddress address, ClientTls with) {
    ChannelFuture bound = bind(address, accepted -> accept(accepted, with));
    tlsChannel = (ServerChannel) bound.channel();
    return bound;
  }

  private ChannelOption<Boolean> reusePort() {
    return loop instanceof IoEventLoop io && io.isIoType(NioIoHandler.class)
        ? NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT)
        : UnixChannelOption.SO_REUSEPORT;
  }

  private ChannelFuture bind(InetSocketAddress address, Consumer<Channel> accept) {
    AcceptFailures failures = new AcceptFailures();
    ChannelFuture bound = bootstrap(failures, accept).bind(address);
    // behind the handler that accepts, which Netty adds in a task that came before
    loop.execute(() -> bound.channel().pipeline().addLast(failures));
    return bound;
  }

  private ServerBootstrap bootstrap(AcceptFailures failures, Consumer<Channel> accept) {
    return new ServerBootstrap()
        .group(loop, loop)
        .channelFactory(channels)
        .option(ChannelOption.SO_BACKLOG, 4096)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(reusePort(), true)
        .option(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childHandler(
            new ChannelInitializer<Channel>() {
              @Override
              protected void initChannel(Channel accepted) {
                failures.accepted();
                if (accepted.remoteAddress() == null) {
                  // gone already, and with it the address to tell nodes and logs
                  accepted.close();
                } else if (count(accepted)) {
                  NoReadAfterClose.guard(accepted);
                  UnsentLimit.set(accepted);
                  accept.accept(accepted);
                }
              }
            });
  }

  /** Whether the connection is not one too many. */
  private boolean count(Channel accepted) {
    int now = connections.incrementAndGet();
    accepted.closeFuture().addListener(_ -> connections.decrementAndGet());
    if (now > options.maxConnections()) {
      traffic.refused();
      accepted.close();
      return false;
    }
    traffic.accepted();
    accepted.closeFuture().addListener(_ -> traffic.closed());
    return true;
  }

  private void accept(Channel accepted) {
    ClientPeer peer = peer(accepted, false, null);
    accepted
        .pipeline()
        .addLast(
            new Http1ClientConnection(handler, options.limits(), peer, open, () -> http2(peer)));
  }

  private void accept(Channel accepted, ClientTls with) {
    with.accept(
        accepted,
        open,
        (encrypted, http2, asked) -> {
          ClientPeer peer = peer(encrypted, true, asked);
          encrypted
              .pipeline()
              .addLast(
                  http2
                      ? http2(peer)
                      : new Http1ClientConnection(handler, options.limits(), peer, open, null));
        });
  }

  private ClientPeer peer(Channel accepted, boolean tls, @Nullable CertificateName asked) {
    InetSocketAddress remote = (InetSocketAddress) accepted.remoteAddress();
    return new ClientPeer(
        IpText.of(remote.getAddress()), tls, options.trustedProxies().contains(remote), asked);
  }

  private ChannelHandler http2(ClientPeer peer) {
    return Http2ClientConnection.of(handler, options.limits(), peer, open);
  }

  /** Takes the connections that wait, and all that come. */
  void accept() {
    accept(channel);
    accept(tlsChannel);
  }

  private static void accept(@Nullable ServerChannel bound) {
    if (bound != null) {
      bound.config().setAutoRead(true);
    }
  }

  /** The ports that are listened on. */
  Ports ports() {
    return new Ports(port(channel), port(tlsChannel));
  }

  private static int port(@Nullable Channel bound) {
    return bound == null ? Ports.OFF : ((InetSocketAddress) bound.localAddress()).getPort();
  }

  /**
   * Takes the connections that wait still, then stops accepting, lets running requests finish
   * within a time, and closes what is left.
   */
  Future<Void> shutdown(long timeout, TimeUnit unit) {
    Promise<Void> done = Promise.promise();
    loop.execute(
        () -> {
          loop.schedule(open::close, timeout, unit);
          Future.all(AcceptQueue.close(channel), AcceptQueue.close(tlsChannel))
              .onComplete(_ -> drainSoon(done));
        });
    return done.future();
  }

  /** When the connections that were accepted last are there. */
  private void drainSoon(Promise<Void> done) {
    loop.schedule(() -> open.drain(done::tryComplete), DRAIN_AFTER_MILLIS, TimeUnit.MILLISECONDS);
  }
}
