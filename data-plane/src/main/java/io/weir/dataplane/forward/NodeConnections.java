package io.weir.dataplane.forward;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpConnectOptions;
import io.vertx.core.net.SocketAddress;
import io.weir.dataplane.balance.LiveNode;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one event loop to one node. The one given back last is taken first, so that
 * the surplus of a peak grows old and is closed. One event loop.
 */
final class NodeConnections {
  private final HttpClientAgent client;
  private final HttpConnectOptions options;
  private final ArrayDeque<NodeConnection> idle = new ArrayDeque<>();
  private int open;

  NodeConnections(HttpClientAgent client, LiveNode node) {
    this.client = client;
    options =
        new HttpConnectOptions()
            .setServer(SocketAddress.inetSocketAddress(node.port(), node.address()))
            .setHost(tlsName(node))
            .setPort(node.port())
            .setSsl(node.tls());
  }

  /** The name that a certificate must be for: the upstream's Host header if there is one. */
  private static String tlsName(LiveNode node) {
    if (node.hostHeader().equals(node.authority())) {
      return node.address();
    }
    String host = node.hostHeader();
    if (host.startsWith("[")) {
      return host.substring(1, host.indexOf(']'));
    }
    int colon = host.indexOf(':');
    return colon < 0 ? host : host.substring(0, colon);
  }

  /** A connection that waits for work, or null. */
  @Nullable NodeConnection takeIdle() {
    return idle.pollLast();
  }

  /** A new connection; fails if the node does not accept it in time. */
  Future<NodeConnection> connect() {
    open++;
    return client
        .connect(options)
        .map(
            made -> {
              NodeConnection[] self = new NodeConnection[1];
              self[0] = new NodeConnection(made, () -> gone(self[0]));
              return self[0];
            })
        .onFailure(_ -> open--);
  }

  private void gone(NodeConnection connection) {
    open--;
    idle.remove(connection);
  }

  /** Gives a connection back after a whole exchange. */
  void release(NodeConnection connection, long now) {
    if (!connection.closed()) {
      connection.idle(now);
      idle.addLast(connection);
    }
  }

  /** Closes what has been idle since before {@code limit}; says whether nothing is left. */
  boolean expire(long limit) {
    while (!idle.isEmpty() && idle.getFirst().idleSince() - limit < 0) {
      idle.removeFirst().close();
    }
    return open == 0;
  }
}
