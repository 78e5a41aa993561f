package io.weir.dataplane.nodes;

import io.netty.channel.EventLoop;
import io.weir.contracts.value.HttpVersion;
import io.weir.dataplane.balance.LiveNode;
import io.weir.dataplane.http.NodeConnections;
import io.weir.dataplane.options.ConnectionLife;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one event loop to all nodes. They belong to a node's identity, so a change of
 * weights keeps them, and those of nodes that are gone age and disappear. One event loop.
 */
public final class NodeClient {
  /** How often connections are looked at, unless they live shorter. */
  private static final long PERIOD_MILLIS = 1_000;

  private final int loopIndex;
  private final NodeConnector connector;
  private final ConnectionLife life;
  private final Map<LiveNode, NodePool> nodes = new IdentityHashMap<>();

  /** Connections of the event loop with this index. */
  public NodeClient(EventLoop loop, int loopIndex, NodeConnector connector, ConnectionLife life) {
    this.loopIndex = loopIndex;
    this.connector = connector;
    this.life = life;
    long shortest = Math.min(life.idleMillis(), life.maxAgeMillis());
    long period = Math.clamp(shortest / 5, 1, PERIOD_MILLIS);
    loop.scheduleWithFixedDelay(this::expire, period, period, TimeUnit.MILLISECONDS);
  }

  /** The connections to a node. */
  public NodeConnections to(LiveNode node) {
    NodePool connections = nodes.get(node);
    if (connections == null) {
      connections =
          node.httpVersion() == HttpVersion.HTTP_2
              ? new Http2Pool(node, this)
              : new Http1Pool(node, this);
      nodes.put(node, connections);
    }
    return connections;
  }

  private void expire() {
    long now = System.nanoTime();
    nodes.values().removeIf(connections -> connections.expire(now));
  }

  int loopIndex() {
    return loopIndex;
  }

  NodeConnector connector() {
    return connector;
  }

  ConnectionLife life() {
    return life;
  }
}
