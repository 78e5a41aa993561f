package io.weir.dataplane.forward;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.weir.dataplane.route.Routes;
import java.util.concurrent.atomic.AtomicBoolean;

/** Forwards the requests of one event loop. */
final class Forwarder implements Handler<HttpServerRequest> {
  private static final CharSequence X_REQUEST_ID = HttpHeaders.createOptimized("x-request-id");

  private final Vertx vertx;
  private final ForwardOptions options;
  private final Routes routes;
  private final NodeClient client;
  private final Traffic traffic;
  private final AccessLog accessLog;
  private final AtomicBoolean draining;
  private final RequestIds ids = new RequestIds();

  Forwarder(
      Vertx vertx,
      ForwardOptions options,
      Routes routes,
      NodeClient client,
      Traffic traffic,
      AccessLog accessLog,
      AtomicBoolean draining) {
    this.vertx = vertx;
    this.options = options;
    this.routes = routes;
    this.client = client;
    this.traffic = traffic;
    this.accessLog = accessLog;
    this.draining = draining;
  }

  @Override
  public void handle(HttpServerRequest request) {
    traffic.begun();
    String id = ids.idFor(request.getHeader(X_REQUEST_ID));
    Exchange exchange = new Exchange(this, request, routes.current(), id);
    try {
      exchange.start();
    } catch (RuntimeException bug) {
      exchange.broke(bug);
    }
  }

  /** Answers what could not even be read as a request. */
  void handleInvalid(HttpServerRequest request) {
    Throwable cause = request.decoderResult().cause();
    Failure failure =
        switch (cause) {
          case TooLongHttpLineException _ -> Failure.URI_TOO_LONG;
          case TooLongHttpHeaderException _ -> Failure.HEADERS_TOO_LARGE;
          default -> Failure.BAD_REQUEST;
        };
    request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    FailureBody.send(failure, ids.idFor(null), request.response());
  }

  void finished(Exchange exchange) {
    traffic.ended(exchange);
    accessLog.record(exchange);
  }

  Vertx vertx() {
    return vertx;
  }

  ForwardOptions options() {
    return options;
  }

  NodeClient client() {
    return client;
  }

  Traffic traffic() {
    return traffic;
  }

  /** Whether this process is about to stop. */
  boolean draining() {
    return draining.get();
  }
}
