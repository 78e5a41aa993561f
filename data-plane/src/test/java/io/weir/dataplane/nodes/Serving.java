package io.weir.dataplane.nodes;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A node on an address of this host that speaks HTTP/1.1 and HTTP/2 without TLS. It answers with
 * its address, a request for {@code /held} only when it is told to.
 */
final class Serving implements AutoCloseable {
  private final HttpServer server;
  private final AtomicInteger accepted = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final List<HttpServerRequest> held = new CopyOnWriteArrayList<>();

  Serving(Vertx vertx, String address, int port) {
    this(vertx, address, port, new HttpServerOptions());
  }

  Serving(Vertx vertx, String address, int port, HttpServerOptions options) {
    server =
        vertx
            .createHttpServer(options.setHost(address).setPort(port))
            .connectionHandler(
                connection -> {
                  accepted.incrementAndGet();
                  open.incrementAndGet();
                  connection.closeHandler(_ -> open.decrementAndGet());
                })
            .requestHandler(
                request -> {
                  switch (request.path()) {
                    case "/held" -> held.add(request);
                    case "/close" ->
                        request.response().putHeader("connection", "close").end(address);
                    case "/short" ->
                        request.response().putHeader("keep-alive", "timeout=2").end(address);
                    default -> request.response().end(address);
                  }
                });
    server.listen().await();
  }

  int port() {
    return server.actualPort();
  }

  int accepted() {
    return accepted.get();
  }

  int open() {
    return open.get();
  }

  int held() {
    return held.size();
  }

  /** Answers all that is held. */
  void release() {
    List<HttpServerRequest> all = List.copyOf(held);
    held.clear();
    all.forEach(request -> request.response().end("held"));
  }

  @Override
  public void close() {
    server.close().await();
  }
}
