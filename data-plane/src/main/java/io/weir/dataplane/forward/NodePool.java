package io.weir.dataplane.forward;

import io.netty.channel.Channel;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http1.Http1NodeConnection;
import java.util.ArrayDeque;

/**
 * The connections of one event loop to one node. Of those that speak HTTP/1.1, the one given back
 * last is taken first, so that the surplus of a peak grows old and is closed; those that speak
 * HTTP/2 are shared. One event loop.
 */
final class NodePool implements NodeConnections, Http1NodeConnection.Owner {
  private final LiveNode node;
  private final NodeConnector connector;
  private final ArrayDeque<Http1NodeConnection> idle = new ArrayDeque<>();
  private int open;

  NodePool(LiveNode node, NodeConnector connector) {
    this.node = node;
    this.connector = connector;
  }

  @Override
  public void open(NodeListener listener, boolean fresh) {
    if (!fresh) {
      for (Http1NodeConnection waiting = idle.pollLast();
          waiting != null;
          waiting = idle.pollLast()) {
        if (!waiting.closed()) {
          waiting.open(listener);
          return;
        }
      }
    }
    connect(listener);
  }

  private void connect(NodeListener listener) {
    open++;
    connector.connect(
        node,
        new NodeConnector.Waiting() {
          @Override
          public void connected(Channel channel, boolean http2) {
            Http1NodeConnection.install(channel, NodePool.this).open(listener);
          }

          @Override
          public void failed(String why) {
            open--;
            listener.notConnected(why);
          }
        });
  }

  @Override
  public void idle(Http1NodeConnection connection) {
    connection.idleSince(System.nanoTime());
    idle.addLast(connection);
  }

  @Override
  public void closed(Http1NodeConnection connection) {
    open--;
    idle.remove(connection);
  }

  /** Closes what has been idle since before {@code limit}; says whether nothing is left. */
  boolean expire(long limit) {
    while (!idle.isEmpty() && idle.getFirst().idleSince() - limit < 0) {
      idle.removeFirst().close();
    }
    return open == 0;
  }
}
