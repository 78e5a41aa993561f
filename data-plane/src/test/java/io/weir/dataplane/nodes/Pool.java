package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.weir.contracts.image.Revision;
import io.weir.contracts.image.Upstream;
import io.weir.contracts.value.HttpVersion;
import io.weir.contracts.value.Nodes;
import io.weir.contracts.value.UpstreamId;
import io.weir.contracts.value.UpstreamLimits;
import io.weir.contracts.value.UpstreamSettings;
import io.weir.contracts.value.VpcId;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.balance.UpstreamPool;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.RouteTable;
import io.weir.dataplane.tls.Certificates;
import io.weir.dataplane.tls.ConfiguredCertificates;
import io.weir.dataplane.tls.NodeTrust;
import io.weir.testing.event.EventMother;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The connections of some event loops to one node. */
final class Pool implements AutoCloseable {
  final LiveNode node;
  final NodeNetwork network;
  private final MultiThreadIoEventLoopGroup loops =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());
  private final Certificates certificates =
      new Certificates(null, new ConfiguredCertificates(RouteTable::empty, null));
  private final ForwardOptions options;
  private final NodeClient first;
  private final NodeClient second;
  private final EventLoop firstLoop = loops.next();
  private final EventLoop secondLoop = loops.next();

  Pool(ForwardOptions options, Resolution resolution, HttpVersion version, String name, int port) {
    this(options, resolution, version, name, port, 1_024, NioSocketChannel::new);
  }

  Pool(
      ForwardOptions options,
      Resolution resolution,
      HttpVersion version,
      String name,
      int port,
      int maxConnections,
      ChannelFactory<? extends Channel> channels) {
    this.options = options;
    UpstreamSettings like = EventMother.upstreamSettings("u", VpcId.random());
    UpstreamSettings settings =
        new UpstreamSettings(
            like.name(),
            like.vpcId(),
            like.description(),
            like.algorithm(),
            like.protocol(),
            like.hostHeader(),
            like.retries(),
            like.retryOn(),
            version,
            null,
            like.slowStart(),
            new UpstreamLimits(maxConnections, 1_000, 1_000),
            null);
    Upstream upstream =
        new Upstream(
            UpstreamId.random(),
            settings,
            new Nodes(List.of(EventMother.node(name, port, 1))),
            new Revision(1, 1, Instant.EPOCH));
    node = UpstreamPool.of(upstream, 0, 2).picker().node(0);
    NodeTrust trust = new NodeTrust(certificates, options.caFile(), options.trustAll());
    network = new NodeNetwork(options, trust, resolution);
    first = client(firstLoop, 0, channels);
    second = client(secondLoop, 1, channels);
  }

  private NodeClient client(EventLoop loop, int index, ChannelFactory<? extends Channel> channels) {
    return new NodeClient(loop, index, network.on(loop, channels), options.connectionLife());
  }

  /** Sends a GET from the first event loop. */
  Heard get(String path) {
    return get(firstLoop, first, path, false);
  }

  /** The same on a connection that has not served before. */
  Heard getFresh(String path) {
    return get(firstLoop, first, path, true);
  }

  /** Sends a GET from the second event loop. */
  Heard getFromSecond(String path) {
    return get(secondLoop, second, path, false);
  }

  private Heard get(EventLoop loop, NodeClient client, String path, boolean fresh) {
    Heard heard = new Heard(path);
    loop.execute(() -> client.to(node).open(heard, fresh));
    return heard;
  }

  int open() {
    return node.connections().open();
  }

  @Override
  public void close() {
    loops.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    network.close();
    certificates.close();
  }
}
