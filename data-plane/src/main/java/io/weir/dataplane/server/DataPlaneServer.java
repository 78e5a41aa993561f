package io.weir.dataplane.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import io.weir.dataplane.exchange.Forwarder;
import io.weir.dataplane.nodes.NodeClient;
import io.weir.dataplane.nodes.NodeNetwork;
import io.weir.dataplane.options.ForwardOptions;
import io.weir.dataplane.route.Routes;
import io.weir.dataplane.telemetry.LoopObserver;
import io.weir.dataplane.telemetry.Telemetry;
import io.weir.dataplane.tls.ClientTls;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The traffic ports: a listener on every event loop, among which the kernel spreads connections
 * (SO_REUSEPORT), each with its own connections to nodes, so that a request never changes threads.
 * Vert.x runs the event loops and chooses the transport; on them Netty is spoken directly.
 */
public final class DataPlaneServer {
  private final VertxInternal runtime;
  private final ForwardOptions options;
  private final Routes routes;
  private final Telemetry telemetry;
  private final NodeNetwork network;
  private final @Nullable ClientTls clientTls;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final AtomicInteger connections = new AtomicInteger();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /**
   * A server that is not listening yet.
   *
   * @param telemetry where what becomes of requests is told
   * @param network how nodes are reached
   * @param clientTls how TLS to clients is spoken, or null if it is not
   */
  public DataPlaneServer(
      Vertx vertx,
      ForwardOptions options,
      Routes routes,
      Telemetry telemetry,
      NodeNetwork network,
      @Nullable ClientTls clientTls) {
    runtime = (VertxInternal) vertx;
    this.options = options;
    this.routes = routes;
    this.telemetry = telemetry;
    this.network = network;
    this.clientTls = clientTls;
  }

  /**
   * Listens on every event loop there is, and lets connections wait until {@link #accept}; gives
   * the ports.
   *
   * @param ports each 0 for any that is free; {@link Ports#https()} only means something if TLS is
   *     spoken to clients
   */
  public Future<Ports> listen(String host, Ports ports) {
    List<EventLoop> loops = new ArrayList<>();
    runtime.nettyEventLoopGroup().forEach(loop -> loops.add((EventLoop) loop));
    return listenOn(loops.getFirst(), 0, host, ports)
        .compose(
            actual ->
                Future.all(
                        IntStream.range(1, loops.size())
                            .mapToObj(i -> listenOn(loops.get(i), i, host, actual))
                            .toList())
                    .map(_ -> actual));
  }

  private Future<Ports> listenOn(EventLoop loop, int index, String host, Ports ports) {
    Promise<Ports> listening = Promise.promise();
    loop.execute(() -> begin(loop, index, host, ports).onComplete(listening));
    return listening.future();
  }

  private Future<Ports> begin(EventLoop loop, int index, String host, Ports ports) {
    LoopObserver observer = new LoopObserver(telemetry, loop);
    var connector = network.on(loop, runtime.transport().channelFactory(false));
    var client = new NodeClient(loop, index, connector, options.connectionLife());
    var forwarder = new Forwarder(loop, index, options, routes, client::to, observer, draining);
    Listener listener =
        new Listener(
            loop,
            runtime.transport().serverChannelFactory(false),
            options,
            forwarder,
            observer.traffic(),
            connections);
    ClientTls tls = clientTls;
    return bound(listener.bind(new InetSocketAddress(host, ports.http())))
        .compose(
            first ->
                tls == null
                    ? Future.succeededFuture(first)
                    : bound(listener.bindTls(new InetSocketAddress(host, ports.https()), tls)))
        .map(
            _ -> {
              listeners.add(listener);
              return listener.ports();
            });
  }

  private static Future<Channel> bound(ChannelFuture binding) {
    Promise<Channel> bound = Promise.promise();
    binding.addListener(
        (ChannelFuture done) -> {
          if (done.isSuccess()) {
            bound.complete(done.channel());
          } else {
            bound.fail(done.cause());
          }
        });
    return bound.future();
  }

  /** Begins to accept connections; those that came since {@link #listen} have been waiting. */
  public void accept() {
    listeners.forEach(Listener::accept);
  }

  /** Succeeds when every event loop has had a turn: none is stuck. */
  public Future<Void> turn() {
    List<Future<Void>> turns = new ArrayList<>();
    for (EventExecutor loop : runtime.nettyEventLoopGroup()) {
      Promise<Void> turned = Promise.promise();
      loop.execute(turned::complete);
      turns.add(turned.future());
    }
    return Future.all(turns).mapEmpty();
  }

  /** Stops accepting, lets running requests finish within a time, and closes what is left. */
  public Future<Void> shutdown(long timeout, TimeUnit unit) {
    draining.set(true);
    return Future.all(listeners.stream().map(listener -> listener.shutdown(timeout, unit)).toList())
        .mapEmpty();
  }
}
