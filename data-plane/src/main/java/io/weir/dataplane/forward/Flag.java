package io.weir.dataplane.forward;

/**
 * Why a request went as it went, where its status and its failure do not tell. The names are words
 * of the access log.
 */
enum Flag {
  /** The client closed the connection before the response was complete. */
  CLIENT_LEFT,
  /** The response broke off after its head had been sent. */
  RESPONSE_CUT,
  /** No node was healthy, so that one was used that is not. */
  FAIL_OPEN,
  /** It was not repeated because the upstream had too many retries under way. */
  RETRY_BUDGET,
  /** It failed at a node, and the upstream's retries were used up. */
  RETRIES_EXHAUSTED,
  /** The status is one to retry on, and the upstream's retries were used up. */
  STATUS_RETRY_EXHAUSTED,
  /** It was not repeated because more of its body had been sent than is kept. */
  REPLAY_LIMIT,
  /** It was not repeated because its method is not idempotent. */
  NOT_IDEMPOTENT;

  private static final int CLIENT_CLOSED = 499;

  private int bit() {
    return 1 << ordinal();
  }

  /** Whether it is among some. */
  boolean isIn(int flags) {
    return (flags & bit()) != 0;
  }

  /** All that hold for a request that is over. */
  static int of(Exchange exchange) {
    Failure failure = exchange.failure();
    Candidates nodes = exchange.candidates();
    int flags = 0;
    if (failure == null) {
      flags |= left(exchange) ? CLIENT_LEFT.bit() : 0;
    } else if (exchange.answering()) {
      flags |= RESPONSE_CUT.bit();
    }
    if (nodes != null) {
      flags |= nodes.failOpenPicks() > 0 ? FAIL_OPEN.bit() : 0;
      if (nodes.refusedByBudget()) {
        flags |= RETRY_BUDGET.bit();
      } else if (wantedRetry(exchange, nodes)) {
        flags |= whyNone(exchange, nodes).bit();
      }
    }
    return flags;
  }

  private static boolean left(Exchange exchange) {
    int status = exchange.status();
    return status == CLIENT_CLOSED && !exchange.answering()
        || status != 101
            && !exchange.attempts().isEmpty()
            && exchange.attempts().getLast().result() == AttemptResult.CLIENT_LEFT;
  }

  private static boolean wantedRetry(Exchange exchange, Candidates nodes) {
    Failure failure = exchange.failure();
    return failure == null
        ? nodes.retryOn().statuses().contains(exchange.status()) && exchange.answering()
        : failure == Failure.CONNECT_FAILED
            || failure == Failure.CONNECTION_BROKEN
            || failure == Failure.ATTEMPT_TIMEOUT;
  }

  private static Flag whyNone(Exchange exchange, Candidates nodes) {
    if (nodes.retriesLeft() == 0) {
      return exchange.failure() == null ? STATUS_RETRY_EXHAUSTED : RETRIES_EXHAUSTED;
    }
    return exchange.beyondReplay() ? REPLAY_LIMIT : NOT_IDEMPOTENT;
  }
}
