package io.weir.dataplane.http1;

/**
 * What a client's connection is about at the moment.
 *
 * <pre>
 * IDLE -> HEAD -> BODY -> ANSWERING -> IDLE ...
 *          |       |          |-> TUNNEL
 *          |       |-> DISCARDING -> IDLE
 *          +-------+-> REFUSED
 * </pre>
 *
 * From all of them but the first two, the way out is LEAVING; from all of them the connection may
 * be GONE. A head with nothing behind it goes to ANSWERING at once.
 */
enum ClientState {
  /** Between requests. */
  IDLE,
  /** Within a head. */
  HEAD,
  /** Within a body that somebody waits for. */
  BODY,
  /** The request is complete, its response is not. */
  ANSWERING,
  /** The response is complete, the body of its request is not, and nobody wants it. */
  DISCARDING,
  /** No HTTP any more: bytes both ways. */
  TUNNEL,
  /** Nothing is understood any more, which the last response says. */
  REFUSED,
  /** The last bytes go out; what comes is dropped until the client closes. */
  LEAVING,
  GONE;

  boolean mayBecome(ClientState next) {
    return switch (next) {
      case IDLE -> this == ANSWERING || this == DISCARDING;
      case HEAD -> this == IDLE;
      case BODY -> this == HEAD;
      case ANSWERING -> this == HEAD || this == BODY;
      case DISCARDING -> this == BODY;
      case TUNNEL -> this == ANSWERING;
      case REFUSED -> this == IDLE || this == HEAD || this == BODY;
      case LEAVING -> this != IDLE && this != HEAD && this != LEAVING && this != GONE;
      case GONE -> this != GONE;
    };
  }
}
