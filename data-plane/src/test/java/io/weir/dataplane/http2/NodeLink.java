package io.weir.dataplane.http2;

import io.weir.dataplane.support.Http2Peer;
import java.net.ServerSocket;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** A connection to a node under test, and the node at its other end. */
record NodeLink(TestedNodeConnection client, Http2Peer node) implements AutoCloseable {
  /** Makes one, with these settings of the node. */
  static NodeLink of(Encryption wire, ServerSocket listener, int... settings) throws Exception {
    FutureTask<TestedNodeConnection> client =
        new FutureTask<>(() -> new TestedNodeConnection(listener.getLocalPort(), wire));
    Thread.ofVirtual().start(client);
    Http2Peer node = Http2Peer.accept(listener, settings);
    return new NodeLink(client.get(20, TimeUnit.SECONDS), node);
  }

  @Override
  public void close() throws Exception {
    client.close();
    node.close();
  }
}
