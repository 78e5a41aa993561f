package io.weir.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Gives a problem document to the requests that never reach a resource: bodies too large and paths
 * under /v1 that do not exist.
 */
@ApplicationScoped
class Edge {
  private static final int AFTER_CORRELATION = 900;

  void limitBodies(@Observes Filters filters) {
    filters.register(Edge::limitBody, AFTER_CORRELATION);
  }

  void nothingHere(@Observes Router router) {
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
