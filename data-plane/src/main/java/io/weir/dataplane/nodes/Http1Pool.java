package io.weir.dataplane.nodes;

import io.netty.channel.Channel;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import io.weir.dataplane.http1.Http1NodeConnection;
import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Connections that speak HTTP/1.1, each to one request at a time. The one given back last is taken
 * first, so that the surplus of a peak grows old and is closed. One event loop.
 */
final class Http1Pool extends NodePool {
  private final ArrayDeque<Single> idle = new ArrayDeque<>();
  private final Set<Single> all = Collections.newSetFromMap(new IdentityHashMap<>());

  private final class Single extends Kept implements Http1NodeConnection.Owner {
    private final Http1NodeConnection connection;
    private long idleUntil;

    Single(Channel channel, InetAddress address) {
      super(Http1Pool.this, address, System.nanoTime());
      connection = Http1NodeConnection.install(channel, this);
    }

    @Override
    public void idle(Http1NodeConnection of) {
      // the node knows best for how long it keeps it
      idleUntil = System.nanoTime() + Math.min(idleNanos(), of.idleLimitNanos());
      if (retired() || yields()) {
        end();
      } else {
        idle.addLast(this);
      }
    }

    /** Closes it; it must not be in use. */
    void end() {
      gone(this);
      connection.close();
    }

    @Override
    public void closed(Http1NodeConnection of) {
      gone(this);
      all.remove(this);
      idle.remove(this);
    }
  }

  Http1Pool(LiveNode node, NodeClient client) {
    super(node, client);
  }

  @Override
  public void open(NodeListener listener, boolean fresh) {
    if (!fresh) {
      Single last = takeIdle();
      if (last != null) {
        last.connection.open(listener);
        return;
      }
    }
    if (!room() && !roomOfIdle()) {
      overloaded(listener, "all connections that the upstream allows to the node are in use");
      return;
    }
    connect(
        new NodeConnector.Waiting() {
          @Override
          public void connected(Channel channel, InetAddress address, boolean http2) {
            Single made = new Single(channel, address);
            all.add(made);
            made.connection.open(listener);
          }

          @Override
          public void failed(NodeFailure kind, String why) {
            notMade();
            listener.failed(kind, why);
          }
        });
  }

  private @Nullable Single takeIdle() {
    Single last = idle.pollLast();
    if (last == null) {
      return null;
    }
    long now = System.nanoTime();
    while (last != null && (last.retired() || last.connection.closed() || isStale(last, now))) {
      last.end();
      last = idle.pollLast();
    }
    return last;
  }

  private static boolean isStale(Single idle, long now) {
    return now - idle.idleUntil >= 0;
  }

  /** A request that needs a new connection takes the room of one that waits for nothing. */
  private boolean roomOfIdle() {
    Single oldest = idle.pollFirst();
    if (oldest == null) {
      return false;
    }
    oldest.end();
    return room();
  }

  @Override
  void clear(long now) {
    retire(all, now);
    for (Iterator<Single> each = idle.iterator(); each.hasNext(); ) {
      Single one = each.next();
      if (one.retired() || isStale(one, now) || yields()) {
        each.remove();
        one.end();
      }
    }
  }
}
