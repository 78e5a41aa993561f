package io.weir.guard;

import io.vertx.ext.web.RoutingContext;

/** How a service answers with a problem; every service that is guarded has one bean of this. */
public interface Denials {
  /** Ends the request with the problem that the denial is. */
  void answer(RoutingContext request, Denial denial);
}
