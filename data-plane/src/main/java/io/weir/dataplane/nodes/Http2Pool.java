package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http2.Http2NodeConnection;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connections that speak HTTP/2 and are shared. The oldest with room for a stream is taken, so that
 * the surplus of a peak falls idle and is closed; requests that come while a connection is being
 * made wait for it. One event loop.
 */
final class Http2Pool extends NodePool {
  /** Far from the end of the stream identifiers (RFC 9113, 5.1.1), of which each takes two. */
  private static final int MOST_STREAMS = 1 << 29;

  private final List<Shared> shared = new ArrayList<>(1);
  private final ArrayDeque<NodeListener> waiting = new ArrayDeque<>(0);
  private boolean connecting;

  private final class Shared extends Kept implements Http2NodeConnection.Owner {
    private final Http2NodeConnection connection;
    private long freedAt = System.nanoTime();
    private int streams;

    Shared(Channel channel, InetAddress address) {
      super(Http2Pool.this, address, System.nanoTime());
      connection = Http2NodeConnection.install(channel, this);
    }

    boolean hasCapacity() {
      return !retired() && connection.hasCapacity();
    }

    /** Whether it could take streams, has none, and the node allows none. */
    boolean isClosedToAll() {
      return !retired()
          && connection.isUsable()
          && connection.active() == 0
          && !connection.hasCapacity();
    }

    void open(NodeListener listener) {
      if (++streams >= MOST_STREAMS) {
        retire();
      }
      connection.open(listener);
    }

    @Override
    public void freed(Http2NodeConnection of) {
      if (of.active() == 0) {
        freedAt = System.nanoTime();
        if (of.isUsable() && (retired() || yields())) {
          end();
        }
      }
    }

    /** Closes it; it must have no stream. */
    void end() {
      retire();
      gone(this);
      connection.close();
    }

    @Override
    public void closed(Http2NodeConnection of) {
      gone(this);
      shared.remove(this);
    }
  }

  Http2Pool(LiveNode node, NodeClient client) {
    super(node, client);
  }

  @Override
  public void open(NodeListener listener, boolean fresh) {
    Shared oldest = fresh ? null : withCapacity();
    if (oldest != null) {
      oldest.open(listener);
    } else if (connecting) {
      waiting.add(listener);
    } else if (isClosedToAll()) {
      overloaded(listener, "the node allows no streams (SETTINGS_MAX_CONCURRENT_STREAMS 0)");
    } else if (room() || roomOfLeaving()) {
      waiting.add(listener);
      connect();
    } else {
      overloaded(listener, "all streams on all connections that the upstream allows are in use");
    }
  }

  private @Nullable Shared withCapacity() {
    for (int i = 0; i < shared.size(); i++) {
      Shared one = shared.get(i);
      if (one.hasCapacity()) {
        return one;
      }
    }
    return null;
  }

  /** A connection that takes no new request does not keep out the one that would. */
  private boolean roomOfLeaving() {
    for (int i = 0; i < shared.size(); i++) {
      Shared one = shared.get(i);
      if (one.retired() || !one.connection.isUsable()) {
        gone(one);
      }
    }
    return room();
  }

  private boolean isClosedToAll() {
    for (int i = 0; i < shared.size(); i++) {
      if (shared.get(i).isClosedToAll()) {
        return true;
      }
    }
    return false;
  }

  private void connect() {
    connecting = true;
    connect(
        new NodeConnector.Waiting() {
          @Override
          public void connected(Channel channel, InetAddress address, boolean http2) {
            connecting = false;
            if (!http2) {
              notMade();
              channel.close();
              giveUp(NodeFailure.NOT_CONNECTED, NOT_HTTP_2);
              return;
            }
            Shared made = new Shared(channel, address);
            shared.add(made);
            serve(made);
          }

          @Override
          public void failed(NodeFailure kind, String why) {
            connecting = false;
            notMade();
            giveUp(kind, why);
          }
        });
  }

  private void serve(Shared made) {
    while (!waiting.isEmpty() && made.hasCapacity()) {
      made.open(waiting.remove());
    }
    if (!waiting.isEmpty() && !connecting) {
      if (room() || roomOfLeaving()) {
        connect();
      } else {
        giveUp(NodeFailure.OVERLOADED, "more requests than streams that the node allows");
      }
    }
  }

  /** Tells those who wait now; who asks again meanwhile waits for another connection. */
  private void giveUp(NodeFailure kind, String why) {
    List<NodeListener> told = List.copyOf(waiting);
    waiting.clear();
    told.forEach(listener -> listener.failed(kind, why));
  }

  @Override
  void clear(long now) {
    retire(shared, now);
    for (Shared one : List.copyOf(shared)) {
      if (one.connection.active() == 0
          && one.connection.isUsable()
          && (one.retired() || now - one.freedAt >= idleNanos() || yields())) {
        one.end();
      }
    }
  }
}
