package io.weir.dataplane.http;

/** The connections of one event loop to one node. One event loop. */
public interface NodeConnections {
  /**
   * Opens a way for one request; the listener is told, maybe before this returns.
   *
   * @param fresh whether it has to be a connection that has not served before
   */
  void open(NodeListener listener, boolean fresh);
}
