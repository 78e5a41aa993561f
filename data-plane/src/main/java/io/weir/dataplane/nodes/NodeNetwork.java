package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.tls.NodeTrust;
import java.util.concurrent.TimeUnit;

/**
 * What all connections of this process to nodes have in common: names, the addresses that are
 * allowed, trust. Has a thread of its own, so that neither a name server nor a file keeps traffic
 * waiting. Thread-safe.
 */
public final class NodeNetwork implements AutoCloseable {
  private static final int OWN_ADDRESSES_SECONDS = 5;

  private final MultiThreadIoEventLoopGroup thread =
      new MultiThreadIoEventLoopGroup(
          1, new DefaultThreadFactory("weir-names", true), NioIoHandler.newFactory());
  private final NodeNames names;
  private final NodeAddresses allowed;
  private final NodeTrust trust;
  private final Lacks lacks = new Lacks();
  private final int timeoutMillis;

  /**
   * The network as it is from now on, until {@link #close}.
   *
   * @param trust which HTTPS nodes are trusted
   */
  public NodeNetwork(ForwardOptions options, NodeTrust trust, Resolution resolution) {
    this.trust = trust;
    timeoutMillis = options.connectTimeoutMillis();
    EventLoop loop = thread.next();
    names = new NodeNames(loop, resolution, timeoutMillis);
    OwnAddresses own = new OwnAddresses();
    allowed = new NodeAddresses(options.localNodes(), own);
    loop.scheduleWithFixedDelay(
        own::look, OWN_ADDRESSES_SECONDS, OWN_ADDRESSES_SECONDS, TimeUnit.SECONDS);
  }

  /** Who makes connections on one event loop, whose kind of channels these have to be. */
  public NodeConnector on(EventLoop loop, ChannelFactory<? extends Channel> channels) {
    return new NodeConnector(loop, channels, this);
  }

  /** How many connections could not be made for want of files, ports or memory of our own. */
  public long lackedResources() {
    return lacks.count();
  }

  NodeNames names() {
    return names;
  }

  NodeAddresses allowed() {
    return allowed;
  }

  NodeTrust trust() {
    return trust;
  }

  Lacks lacks() {
    return lacks;
  }

  int timeoutMillis() {
    return timeoutMillis;
  }

  /** Names are not resolved any more; to be called when nothing uses it. */
  @Override
  public void close() {
    thread.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
