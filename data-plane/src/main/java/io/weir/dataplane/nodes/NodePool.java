package io.weir.dataplane.nodes;

import io.netty.util.NetUtil;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.http.NodeFailure;
import io.weir.dataplane.http.NodeListener;
import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connections of one event loop to one node. One event loop. */
abstract sealed class NodePool implements NodeConnections permits Http1Pool, Http2Pool {
  /** What is taken off the greatest age at random, so that not all connections end together. */
  private static final double JITTER = 0.1;

  static final String NOT_HTTP_2 = "the node does not speak HTTP/2";

  private final LiveNode node;
  private final NodeClient client;
  private final Spread spread;
  private final boolean named;
  private int open;
  private long usedAt = System.nanoTime();

  /** A connection, to which address, and until when it gets new requests. */
  abstract static class Kept {
    private final InetAddress address;
    private final long retireAt;
    private boolean retired;
    private boolean counted = true;

    Kept(NodePool pool, InetAddress address, long now) {
      this.address = address;
      long age = TimeUnit.MILLISECONDS.toNanos(pool.client.life().maxAgeMillis());
      retireAt = now + (long) (age * ThreadLocalRandom.current().nextDouble(1 - JITTER, 1));
    }

    /** Whether it gets no new requests. */
    final boolean retired() {
      return retired;
    }

    /** From now on it gets no new requests. */
    final void retire() {
      retired = true;
    }
  }

  NodePool(LiveNode node, NodeClient client) {
    this.node = node;
    this.client = client;
    spread = new Spread(client.loopIndex() + node.hashCode());
    named = NetUtil.createByteArrayFromIpAddressString(node.address()) == null;
  }

  final LiveNode node() {
    return node;
  }

  final long idleNanos() {
    return TimeUnit.MILLISECONDS.toNanos(client.life().idleMillis());
  }

  /** Makes a connection; there has to be {@link #room} for it. */
  final void connect(NodeConnector.Waiting waiting) {
    client.connector().connect(node, spread, client.connector().timeoutMillis(), waiting);
  }

  /** Takes room for another connection, if there is some. */
  final boolean room() {
    boolean room = node.connections().tryOpen(client.loopIndex(), open);
    open += room ? 1 : 0;
    return room;
  }

  /** A connection that there was room for could not be made. */
  final void notMade() {
    open--;
    usedAt = System.nanoTime();
    node.connections().closed();
  }

  /** A connection is closed, or about to be and of no use; for each counts the first time. */
  final void gone(Kept connection) {
    if (connection.counted) {
      connection.counted = false;
      notMade();
    }
  }

  /** Whether another event loop needs a connection more than this one needs an idle one. */
  final boolean yields() {
    return node.connections().yields(client.loopIndex());
  }

  static void overloaded(NodeListener listener, String why) {
    listener.failed(NodeFailure.OVERLOADED, why);
  }

  /** Retires connections that are too old, or to addresses that the name no longer has. */
  final void retire(Iterable<? extends Kept> connections, long now) {
    Addresses known = named ? client.connector().names().known(node.address()) : null;
    List<InetAddress> current = known == null || known.lack() ? null : known.all();
    for (Kept connection : connections) {
      if (now - connection.retireAt >= 0 || isGone(connection.address, current)) {
        connection.retire();
      }
    }
  }

  private static boolean isGone(InetAddress address, @Nullable List<InetAddress> current) {
    return current != null && !current.contains(address);
  }

  /** Closes what is of no use any more; says whether nothing is left and nobody needs it. */
  final boolean expire(long now) {
    if (open > 0) {
      clear(now);
    }
    return open == 0 && now - usedAt > idleNanos();
  }

  /** Closes connections without a request that are retired, idle for too long, or yielded. */
  abstract void clear(long now);
}
