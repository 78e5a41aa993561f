package io.weir.dataplane.http1;

/**
 * What a connection to a node is about at the moment.
 *
 * <pre>
 * IDLE -> ASKING -> ANSWERING -> ANSWERED -> IDLE ...
 *           |-> TUNNEL
 * </pre>
 *
 * An answer without a body goes from ASKING to ANSWERED at once, a request that was not sent back
 * to IDLE. From everywhere the connection may be CLOSED.
 */
enum NodeState {
  /** Nobody's: what comes now nobody asked for. */
  IDLE,
  /** A request has it, and the head of its response is not there yet. */
  ASKING,
  /** Within the body of a response. */
  ANSWERING,
  /** The response is whole, but not all is seen that was read with its end. */
  ANSWERED,
  /** No HTTP any more: bytes both ways. */
  TUNNEL,
  /** It serves no more. */
  CLOSED;

  boolean mayBecome(NodeState next) {
    return switch (next) {
      case IDLE -> this == ASKING || this == ANSWERED;
      case ASKING -> this == IDLE;
      case ANSWERING, TUNNEL -> this == ASKING;
      case ANSWERED -> this == ASKING || this == ANSWERING;
      case CLOSED -> true;
    };
  }
}
