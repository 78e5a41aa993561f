package io.weir.dataplane.forward;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.tracing.TracingPolicy;
import io.weir.dataplane.balance.LiveNode;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * The connections of one event loop to all nodes. They belong to a node's identity, so a change of
 * weights keeps them, and those of nodes that are gone age and disappear. One event loop.
 */
final class NodeClient {
  /** Below the keep-alive of the usual servers, so that we rather close than are closed on. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(50);

  private final HttpClientAgent client;
  private final Map<LiveNode, NodeConnections> nodes = new IdentityHashMap<>();

  NodeClient(Vertx vertx, ForwardOptions options, NodeTrust trust) {
    HttpClientOptions http =
        new HttpClientOptions()
            .setProtocolVersion(HttpVersion.HTTP_1_1)
            .setConnectTimeout(options.connectTimeoutMillis())
            .setIdleTimeout(ForwardOptions.IDLE_SECONDS)
            .setMaxInitialLineLength(16 * 1024)
            .setMaxHeaderSize(64 * 1024)
            .setMaxChunkSize(32 * 1024)
            .setDecompressionSupported(false)
            .setTracingPolicy(TracingPolicy.IGNORE);
    trust.applyTo(http);
    client = vertx.createHttpClient(http);
    vertx.setPeriodic(KEEP_ALIVE.toMillis() / 5, _ -> expire(System.nanoTime()));
  }

  /** The connections to a node. */
  NodeConnections to(LiveNode node) {
    NodeConnections connections = nodes.get(node);
    if (connections == null) {
      connections = new NodeConnections(client, node);
      nodes.put(node, connections);
    }
    return connections;
  }

  private void expire(long now) {
    long limit = now - KEEP_ALIVE.toNanos();
    nodes.values().removeIf(connections -> connections.expire(limit));
  }
}
