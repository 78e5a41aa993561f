package io.weir.dataplane.exchange;

import org.jspecify.annotations.Nullable;

/**
 * Why a request went as it went, where its status and its failure do not tell. The names are words
 * of the access log.
 */
public enum Flag {
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
  public boolean isIn(int flags) {
    return (flags & bit()) != 0;
  }

  /**
   * All that hold for a request that is over.
   *
   * @param answering whether the head of a node's response had been sent
   * @param tries null if it had no destination
   */
  static int of(
      @Nullable Failure failure,
      int status,
      boolean answering,
      boolean beyondReplay,
      @Nullable Tries tries) {
    int flags = 0;
    if (failure != null) {
      flags |= answering ? RESPONSE_CUT.bit() : 0;
    } else if (left(status, answering, tries)) {
      flags |= CLIENT_LEFT.bit();
    }
    if (tries != null) {
      Candidates nodes = tries.nodes();
      flags |= nodes.failOpenPicks() > 0 ? FAIL_OPEN.bit() : 0;
      if (nodes.refusedByBudget()) {
        flags |= RETRY_BUDGET.bit();
      } else if (wantedRetry(failure, status, answering, nodes)) {
        flags |= whyNone(failure, beyondReplay, nodes).bit();
      }
    }
    return flags;
  }

  private static boolean left(int status, boolean answering, @Nullable Tries tries) {
    return status == CLIENT_CLOSED && !answering
        || status != 101
            && tries != null
            && tries.current() instanceof Attempt last
            && last.result() == AttemptResult.CLIENT_LEFT;
  }

  private static boolean wantedRetry(
      @Nullable Failure failure, int status, boolean answering, Candidates nodes) {
    return failure == null
        ? nodes.retryOn().statuses().contains(status) && answering
        : switch (failure) {
          case CONNECT_FAILED, CONNECTION_BROKEN, ATTEMPT_TIMEOUT -> true;
          case BAD_RESPONSE -> !answering;
          default -> false;
        };
  }

  private static Flag whyNone(@Nullable Failure failure, boolean beyondReplay, Candidates nodes) {
    if (nodes.retriesLeft() == 0) {
      return failure == null ? STATUS_RETRY_EXHAUSTED : RETRIES_EXHAUSTED;
    }
    return beyondReplay ? REPLAY_LIMIT : NOT_IDEMPOTENT;
  }
}
