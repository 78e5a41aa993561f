package io.weir.dataplane.forward;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.weir.dataplane.route.Routes;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The traffic port: a listener on every event loop, among which the kernel spreads connections
 * (SO_REUSEPORT), each with its own connections to nodes, so that a request never changes threads.
 * Vert.x runs the event loops and chooses the transport; on them Netty is spoken directly.
 */
public final class DataPlaneServer {
  private final VertxInternal runtime;
  private final ForwardOptions options;
  private final Routes routes;
  private final Telemetry telemetry;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger nextLoop = new AtomicInteger();
  private final List<Listener> listeners = new CopyOnWriteArrayList<>();

  /** A server that is not listening yet. */
  public DataPlaneServer(Vertx vertx, ForwardOptions options, Routes routes, Telemetry telemetry) {
    runtime = (VertxInternal) vertx;
    this.options = options;
    this.routes = routes;
    this.telemetry = telemetry;
  }

  /**
   * Listens on {@code eventLoops} event loops; gives the port.
   *
   * @param port 0 for any that is free
   */
  public Future<Integer> listen(String host, int port, int eventLoops) {
    NodeTrust trust = NodeTrust.of(options);
    return deploy(new InetSocketAddress(host, port), trust, 1)
        .compose(
            first -> {
              int actual = first.port();
              return eventLoops == 1
                  ? Future.succeededFuture(actual)
                  : deploy(new InetSocketAddress(host, actual), trust, eventLoops - 1)
                      .map(_ -> actual);
            });
  }

  private Future<Listener> deploy(InetSocketAddress address, NodeTrust trust, int instances) {
    return runtime
        .deployVerticle(
            () -> new Loop(address, trust), new DeploymentOptions().setInstances(instances))
        .map(_ -> listeners.getFirst());
  }

  private final class Loop extends VerticleBase {
    private final InetSocketAddress address;
    private final NodeTrust trust;

    Loop(InetSocketAddress address, NodeTrust trust) {
      this.address = address;
      this.trust = trust;
    }

    @Override
    public Future<?> start() {
      EventLoop loop = ((ContextInternal) context).nettyEventLoop();
      var connector =
          new NodeConnector(
              loop,
              runtime.transport().channelFactory(false),
              runtime.nameResolver(),
              options,
              trust);
      Observer observer = new Observer(telemetry, loop);
      var forwarder =
          new Forwarder(
              loop,
              nextLoop.getAndIncrement(),
              options,
              routes,
              new NodeClient(loop, connector),
              observer,
              draining);
      Listener listener =
          new Listener(
              loop,
              runtime.transport().serverChannelFactory(false),
              options,
              forwarder,
              observer.traffic(),
              connections);
      Promise<Channel> bound = Promise.promise();
      listener
          .bind(address)
          .addListener(
              (io.netty.channel.ChannelFuture done) -> {
                if (done.isSuccess()) {
                  listeners.add(listener);
                  bound.complete(done.channel());
                } else {
                  bound.fail(done.cause());
                }
              });
      return bound.future();
    }
  }

  /** Stops accepting, lets running requests finish within a time, and closes what is left. */
  public Future<Void> shutdown(long timeout, TimeUnit unit) {
    draining.set(true);
    return Future.all(listeners.stream().map(listener -> listener.shutdown(timeout, unit)).toList())
        .mapEmpty();
  }

  /** How many connections of clients are open. */
  public int connections() {
    return connections.get();
  }
}
