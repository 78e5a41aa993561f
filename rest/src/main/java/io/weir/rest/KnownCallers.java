package io.weir.rest;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.weir.guard.access.Caller;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Answers nobody that the guard did not look at: should a path ever lead to a resource that the
 * guard takes for another, that is a fault and no way in.
 */
public class KnownCallers {
  private final CurrentVertxRequest request;

  KnownCallers(CurrentVertxRequest request) {
    this.request = request;
  }

  @ServerRequestFilter
  void check() {
    Caller.of(request.getCurrent());
  }
}
