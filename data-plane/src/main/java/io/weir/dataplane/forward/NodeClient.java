package io.weir.dataplane.forward;

import io.netty.channel.EventLoop;
import io.weir.dataplane.balance.LiveNode;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The connections of one event loop to all nodes. They belong to a node's identity, so a change of
 * weights keeps them, and those of nodes that are gone age and disappear. One event loop.
 */
final class NodeClient {
  /** Below the keep-alive of the usual servers, so that we rather close than are closed on. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(50);

  private final NodeConnector connector;
  private final Map<LiveNode, NodePool> nodes = new IdentityHashMap<>();

  NodeClient(EventLoop loop, NodeConnector connector) {
    this.connector = connector;
    long period = KEEP_ALIVE.toMillis() / 5;
    loop.scheduleWithFixedDelay(this::expire, period, period, TimeUnit.MILLISECONDS);
  }

  /** The connections to a node. */
  NodePool to(LiveNode node) {
    NodePool connections = nodes.get(node);
    if (connections == null) {
      connections = new NodePool(node, connector);
      nodes.put(node, connections);
    }
    return connections;
  }

  private void expire() {
    long limit = System.nanoTime() - KEEP_ALIVE.toNanos();
    nodes.values().removeIf(connections -> connections.expire(limit));
  }
}
