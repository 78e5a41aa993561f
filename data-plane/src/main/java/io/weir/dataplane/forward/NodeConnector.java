package io.weir.dataplane.forward;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.internal.resolver.NameResolver;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.tls.NodeTrust;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Makes connections from one event loop to nodes: resolves, connects, encrypts. */
final class NodeConnector {
  private static final Quiet QUIET = new Quiet();

  private final EventLoop loop;
  private final NameResolver names;
  private final NodeAddresses allowed;
  private final NodeTrust trust;
  private final Bootstrap bootstrap;
  private final int timeoutMillis;

  /** Who waits for a connection. */
  interface Waiting {
    /** It is made; {@code http2} if that is what is spoken on it. */
    void connected(Channel channel, boolean http2);

    void failed(String why);
  }

  NodeConnector(
      EventLoop loop,
      ChannelFactory<? extends Channel> channels,
      NameResolver names,
      ForwardOptions options,
      NodeTrust trust) {
    this.loop = loop;
    this.names = names;
    this.trust = trust;
    allowed = new NodeAddresses(options.localNodes());
    timeoutMillis = options.connectTimeoutMillis();
    bootstrap =
        new Bootstrap()
            .group(loop)
            .channelFactory(channels)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_KEEPALIVE, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, timeoutMillis)
            .handler(QUIET);
  }

  /** What goes wrong before there is a connection is told to who waits for it, and only there. */
  @ChannelHandler.Sharable
  private static final class Quiet extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      context.close();
    }
  }

  void connect(LiveNode node, Waiting waiting) {
    byte[] literal = NetUtil.createByteArrayFromIpAddressString(node.address());
    if (literal != null) {
      try {
        connect(node, InetAddress.getByAddress(literal), waiting);
      } catch (UnknownHostException e) {
        waiting.failed(e.toString());
      }
      return;
    }
    Future<InetSocketAddress> resolved = names.resolve(loop, node.address());
    resolved.addListener(
        (Future<InetSocketAddress> found) -> {
          if (found.isSuccess()) {
            connect(node, found.getNow().getAddress(), waiting);
          } else {
            waiting.failed("cannot resolve " + node.address() + ": " + found.cause());
          }
        });
  }

  private void connect(LiveNode node, InetAddress address, Waiting waiting) {
    if (!allowed.allows(address)) {
      waiting.failed(address.getHostAddress() + " is an address that nodes must not have");
      return;
    }
    InetSocketAddress to = new InetSocketAddress(address, node.port());
    if (!node.tls()) {
      connect(
          to,
          waiting,
          channel -> waiting.connected(channel, node.httpVersion() == HttpVersion.HTTP_2));
      return;
    }
    Future<SslContext> context = trust.context(node, loop);
    context.addListener(
        (Future<SslContext> found) -> {
          if (found.isSuccess()) {
            SslContext tls = found.getNow();
            connect(to, waiting, channel -> encrypt(node, tls, channel, waiting));
          } else {
            waiting.failed(String.valueOf(found.cause().getMessage()));
          }
        });
  }

  private void connect(InetSocketAddress to, Waiting waiting, Consumer<Channel> then) {
    bootstrap
        .connect(to)
        .addListener(
            (io.netty.channel.ChannelFuture made) -> {
              if (made.isSuccess()) {
                then.accept(made.channel());
              } else {
                waiting.failed(String.valueOf(made.cause()));
              }
            });
  }

  private void encrypt(LiveNode node, SslContext context, Channel channel, Waiting waiting) {
    SslHandler tls = context.newHandler(channel.alloc(), node.tlsName(), node.port());
    tls.setHandshakeTimeout(timeoutMillis, TimeUnit.MILLISECONDS);
    channel.pipeline().addFirst(tls);
    tls.handshakeFuture()
        .addListener(
            done -> {
              if (!done.isSuccess()) {
                channel.close();
                waiting.failed(String.valueOf(done.cause()));
                return;
              }
              boolean http2 = ApplicationProtocolNames.HTTP_2.equals(tls.applicationProtocol());
              waiting.connected(channel, http2);
            });
  }
}
