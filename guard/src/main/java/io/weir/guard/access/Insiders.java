package io.weir.guard.access;

import io.vertx.core.http.HttpConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/**
 * Connections that this process made to itself within its own memory: who asks on one is the
 * service, and shows nothing. One is known by being that very object, which only code of this
 * process can hand in, so that nothing that comes over a network can claim to be one. Thread-safe.
 */
@ApplicationScoped
public class Insiders {
  private final Set<HttpConnection> connections =
      Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));

  /** From now on, who asks on this connection is the service itself, until it is closed. */
  public void add(HttpConnection connection) {
    connections.add(connection);
    connection.closeHandler(_ -> connections.remove(connection));
  }

  /** Whether who asks on this connection is the service itself. */
  boolean has(HttpConnection connection) {
    return connections.contains(connection);
  }
}
