package io.weir.dataplane.forward;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientConnection;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;

/** One HTTP/1.1 connection to a node, carrying one request at a time. One event loop. */
final class NodeConnection {
  private final HttpClientConnection connection;
  private long idleSince;
  private boolean used;
  private boolean closed;

  NodeConnection(HttpClientConnection connection, Runnable whenClosed) {
    this.connection = connection;
    // what breaks a request is told to the request; what breaks an idle connection matters to
    // nobody
    connection.exceptionHandler(_ -> {});
    connection.closeHandler(
        _ -> {
          closed = true;
          whenClosed.run();
        });
  }

  /** Begins a request; the connection is no longer fresh afterwards. */
  Future<HttpClientRequest> request(RequestOptions options) {
    return connection.request(options);
  }

  /** Whether it served a request before: its node may be about to close it. */
  boolean used() {
    return used;
  }

  boolean closed() {
    return closed;
  }

  /** When it was last given back, {@link System#nanoTime()}. */
  long idleSince() {
    return idleSince;
  }

  void idle(long now) {
    used = true;
    idleSince = now;
  }

  void close() {
    connection.close();
  }
}
