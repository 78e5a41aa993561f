package io.weir.dataplane.http2;

import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.StreamByteDistributor;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;

/**
 * Gives every stream the same share of a connection, and knows how much of each still waits for its
 * share or for a window of the peer. One event loop.
 */
final class FairShares implements StreamByteDistributor {
  private final StreamByteDistributor shares;
  private final Http2Connection.PropertyKey key;

  FairShares(Http2Connection connection) {
    shares = new UniformStreamByteDistributor(connection);
    key = connection.newKey();
  }

  /** How many bytes of a stream were handed over and are in no frame yet. */
  long waiting(Http2Stream stream) {
    StreamState state = stream.getProperty(key);
    return state == null ? 0 : state.pendingBytes();
  }

  @Override
  public void updateStreamableBytes(StreamState state) {
    Http2Stream stream = state.stream();
    if (stream.getProperty(key) == null) {
      stream.setProperty(key, state);
    }
    shares.updateStreamableBytes(state);
  }

  @Override
  public void updateDependencyTree(int child, int parent, short weight, boolean exclusive) {
    shares.updateDependencyTree(child, parent, weight, exclusive);
  }

  @Override
  public boolean distribute(int maxBytes, Writer writer) throws Http2Exception {
    return shares.distribute(maxBytes, writer);
  }
}
