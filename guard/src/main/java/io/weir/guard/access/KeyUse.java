package io.weir.guard.access;

import io.vertx.ext.web.RoutingContext;

/** Is told that somebody came with a key whose first use is not recorded; may be told so again. */
public interface KeyUse {
  /** Records it, without the request waiting for that. */
  void first(KnownKey key, RoutingContext request);
}
