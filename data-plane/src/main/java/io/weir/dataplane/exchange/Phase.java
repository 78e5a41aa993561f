package io.weir.dataplane.exchange;

/**
 * Where the life of a request stands, and what may follow. {@link Exchange} shows the whole of it.
 */
enum Phase {
  /** It is not known where it goes. */
  ROUTING,
  /** An attempt is under way and has not been answered. */
  TRYING,
  /** The next attempt waits for its time. */
  PAUSING,
  /** A node's response goes to the client. */
  RELAYING,
  /** The connection has been switched to another protocol: bytes go both ways. */
  TUNNELLING,
  /** The last byte of the answer is about to be handed over, or has been, or there is none. */
  OVER;

  /** Whether one step leads there. */
  boolean leadsTo(Phase next) {
    return switch (this) {
      case ROUTING -> next == TRYING || next == OVER;
      case TRYING -> next != ROUTING;
      case PAUSING -> next == TRYING || next == RELAYING || next == OVER;
      case RELAYING, TUNNELLING -> next == OVER;
      case OVER -> false;
    };
  }

  /** Whether the client has been sent the head of a node's response. */
  boolean isAnswering() {
    return this == RELAYING || this == TUNNELLING;
  }
}
