package io.weir.rest;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives a problem document to the requests that never reach a resource: what is too long or too
 * large, escapes that say nothing, paths under /v1 that do not exist.
 */
@ApplicationScoped
class Edge implements HttpServerOptionsCustomizer {
  private static final int AFTER_CORRELATION = 900;
  private static final int MAX_URI = 4096;

  /** The server itself gives up on a longer line, and can only say 414. */
  private static final int MAX_LINE = 1 << 16;

  private final RefusedRequests refused;

  Edge(RefusedRequests refused) {
    this.refused = refused;
  }

  @Override
  public void customizeHttpServer(HttpServerOptions options) {
    options.setMaxInitialLineLength(MAX_LINE);
  }

  @Override
  public void customizeHttpsServer(HttpServerOptions options) {
    customizeHttpServer(options);
  }

  void limit(@Observes Filters filters) {
    filters.register(Edge::checkUri, AFTER_CORRELATION + 1);
    filters.register(Edge::limitBody, AFTER_CORRELATION);
  }

  private static void checkUri(RoutingContext context) {
    if (context.request().uri().length() > MAX_URI) {
      Problems.send(
          context,
          new ProblemException(
              Problem.of(
                  ProblemCode.URI_TOO_LONG,
                  "the path and query have more than " + MAX_URI + " characters")));
    } else if (isReadable(context)) {
      context.next();
    } else {
      improper(context);
    }
  }

  private static boolean isReadable(RoutingContext context) {
    try {
      context.queryParams();
      return true;
    } catch (HttpException e) {
      return false;
    }
  }

  private static void improper(RoutingContext context) {
    Problems.send(context, new ProblemException(Problems.improper()));
  }

  void nothingHere(@Observes Router router) {
    // a path with an escape that says nothing does not even come to the filters
    router.errorHandler(
        400,
        context -> {
          improper(context);
          refused.record(context);
        });
    router
        .route("/v1/*")
        .order(Integer.MAX_VALUE)
        .handler(
            context ->
                Problems.send(
                    context,
                    ProblemException.notFound("there is nothing at " + context.request().path())));
  }

  /** Bodies of unannounced length are limited where they are read. */
  private static void limitBody(RoutingContext context) {
    String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null || !exceeds(length)) {
      context.next();
      return;
    }
    // the rest of the body would be read as the next request
    context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
    context.response().endHandler(ended -> context.request().connection().close());
    Problems.send(context, Body.tooLarge());
  }

  private static boolean exceeds(String length) {
    try {
      return Long.parseLong(length) > Body.MAX_BYTES;
    } catch (NumberFormatException e) {
      return true;
    }
  }
}
