package io.weir.dataplane.http;

/** Why a request to a node ended without a whole response, as far as it matters who is to blame. */
public enum NodeFailure {
  /** The node could not be connected to: nothing was sent. */
  NOT_CONNECTED,
  /** This process has no file, port or memory left for a connection: nothing was sent. */
  NO_RESOURCES,
  /** The limits towards the node leave no room for another connection: nothing was sent. */
  OVERLOADED,
  /**
   * The node's connection is about to end, and the request has not been processed on it (GOAWAY).
   */
  UNPROCESSED,
  /** The node refused the request unseen, on a connection that goes on (REFUSED_STREAM). */
  STREAM_REFUSED,
  /** The node accepts no request head as large as this one: nothing was sent. */
  HEAD_TOO_LARGE,
  /** The connection ended; a connection that served before may have been about to end. */
  CONNECTION_LOST,
  /** The node ended this request alone, on a connection that goes on. */
  STREAM_RESET,
  /** What the node sent is not HTTP, or contradicts itself. */
  MALFORMED
}
