package io.weir.dataplane.forward;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.weir.dataplane.route.Routes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The traffic port: one listener whose connections are spread over all event loops, each with its
 * own connections to nodes, so that a request never changes threads.
 */
public final class DataPlaneServer {
  private final Vertx vertx;
  private final ForwardOptions options;
  private final Routes routes;
  private final Traffic traffic;
  private final AccessLog accessLog;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

  /** A server that is not listening yet. */
  public DataPlaneServer(
      Vertx vertx, ForwardOptions options, Routes routes, Traffic traffic, AccessLog accessLog) {
    this.vertx = vertx;
    this.options = options;
    this.routes = routes;
    this.traffic = traffic;
    this.accessLog = accessLog;
  }

  /**
   * Listens on {@code eventLoops} event loops; gives the port.
   *
   * @param port 0 for any that is free
   */
  public Future<Integer> listen(String host, int port, int eventLoops) {
    NodeTrust trust = NodeTrust.of(options);
    HttpServerOptions http =
        new HttpServerOptions()
            .setHost(host)
            // negative: any free port, but the same for all event loops
            .setPort(port == 0 ? -1 : port)
            .setHandle100ContinueAutomatically(false)
            .setMaxInitialLineLength(8 * 1024)
            .setMaxHeaderSize(options.maxHeaderBytes())
            .setCompressionSupported(false)
            .setHttp2ClearTextEnabled(false)
            .setIdleTimeout(ForwardOptions.IDLE_SECONDS)
            .setTcpNoDelay(true);
    return vertx
        .deployVerticle(
            () -> new EventLoop(http, trust), new DeploymentOptions().setInstances(eventLoops))
        .map(_ -> servers.getFirst().actualPort());
  }

  private final class EventLoop extends VerticleBase {
    private final HttpServerOptions http;
    private final NodeTrust trust;

    EventLoop(HttpServerOptions http, NodeTrust trust) {
      this.http = http;
      this.trust = trust;
    }

    @Override
    public Future<?> start() {
      var client = new NodeClient(vertx, options, trust);
      var forwarder = new Forwarder(vertx, options, routes, client, traffic, accessLog, draining);
      HttpServer server =
          vertx
              .createHttpServer(http)
              // clients that vanish are everyday life, and their requests are told
              .connectionHandler(connection -> connection.exceptionHandler(_ -> {}))
              .requestHandler(forwarder)
              .invalidRequestHandler(forwarder::handleInvalid);
      servers.add(server);
      return server.listen();
    }
  }

  /** Stops accepting, closes idle connections, and lets running requests finish within a time. */
  public Future<Void> shutdown(long timeout, TimeUnit unit) {
    draining.set(true);
    return Future.all(servers.stream().map(server -> server.shutdown(timeout, unit)).toList())
        .mapEmpty();
  }
}
