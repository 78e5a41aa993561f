package io.weir.dataplane.forward;

import io.netty.channel.Channel;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http1.Http1NodeConnection;
import io.weir.dataplane.http2.Http2NodeConnection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The connections of one event loop to one node. Of those that speak HTTP/1.1, the one given back
 * last is taken first, so that the surplus of a peak grows old and is closed. Those that speak
 * HTTP/2 are shared: requests that come while one is being made wait for it. One event loop.
 */
final class NodePool
    implements NodeConnections, Http1NodeConnection.Owner, Http2NodeConnection.Owner {
  private final LiveNode node;
  private final NodeConnector connector;
  private final ArrayDeque<Http1NodeConnection> idle = new ArrayDeque<>();
  private final List<Http2NodeConnection> shared = new ArrayList<>(1);
  private final ArrayDeque<NodeListener> waiting = new ArrayDeque<>(0);
  private int open;
  private boolean sharing;
  private long freedAt;

  NodePool(LiveNode node, NodeConnector connector) {
    this.node = node;
    this.connector = connector;
  }

  @Override
  public void open(NodeListener listener, boolean fresh) {
    if (node.httpVersion() == HttpVersion.HTTP_2) {
      share(listener, fresh);
      return;
    }
    if (!fresh) {
      for (Http1NodeConnection last = idle.pollLast(); last != null; last = idle.pollLast()) {
        if (!last.closed()) {
          last.open(listener);
          return;
        }
      }
    }
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

  private void share(NodeListener listener, boolean fresh) {
    for (int i = fresh ? shared.size() : 0; i < shared.size(); i++) {
      if (shared.get(i).hasCapacity()) {
        shared.get(i).open(listener);
        return;
      }
    }
    waiting.add(listener);
    if (!sharing) {
      connectShared();
    }
  }

  private void connectShared() {
    sharing = true;
    open++;
    connector.connect(
        node,
        new NodeConnector.Waiting() {
          @Override
          public void connected(Channel channel, boolean http2) {
            sharing = false;
            if (!http2) {
              open--;
              channel.close();
              giveUp("the node does not speak HTTP/2");
              return;
            }
            Http2NodeConnection made = Http2NodeConnection.install(channel, NodePool.this);
            shared.add(made);
            while (!waiting.isEmpty() && made.hasCapacity()) {
              made.open(waiting.remove());
            }
            if (!waiting.isEmpty()) {
              connectShared();
            }
          }

          @Override
          public void failed(String why) {
            sharing = false;
            open--;
            giveUp(why);
          }
        });
  }

  private void giveUp(String why) {
    int all = waiting.size();
    for (int i = 0; i < all; i++) {
      waiting.remove().notConnected(why);
    }
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

  @Override
  public void freed(Http2NodeConnection connection) {
    freedAt = System.nanoTime();
  }

  @Override
  public void closed(Http2NodeConnection connection) {
    open--;
    shared.remove(connection);
  }

  /** Closes what has been idle since before {@code limit}; says whether nothing is left. */
  boolean expire(long limit) {
    while (!idle.isEmpty() && idle.getFirst().idleSince() - limit < 0) {
      idle.removeFirst().close();
    }
    if (freedAt - limit < 0) {
      List.copyOf(shared).stream()
          .filter(connection -> connection.active() == 0)
          .forEach(Http2NodeConnection::close);
    }
    return open == 0;
  }
}
