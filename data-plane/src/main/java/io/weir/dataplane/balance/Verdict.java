package io.weir.dataplane.balance;

import io.weir.contracts.value.HealthChecker;
import io.weir.dataplane.balance.NodeHealth.Failure;
import io.weir.dataplane.balance.NodeOutcome.Answered;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import org.jspecify.annotations.Nullable;

/** What the outcome of a request or a probe says about the node: decided here and nowhere else. */
enum Verdict {
  /** An answer that the checks call healthy. */
  HEALTHY_ANSWER(null),
  /** Nothing: it was not the node's doing, or an answer of neither sort. */
  NONE(null),
  /** The node cannot be reached, whatever it is asked. */
  UNREACHABLE(Failure.TCP),
  /** The node was asked and broke off. */
  BROKEN(Failure.TCP),
  /** The node was asked and took too long. */
  TIMEOUT(Failure.TIMEOUT),
  /** An answer that the checks call unhealthy. */
  UNHEALTHY_ANSWER(Failure.HTTP);

  private static final int SWITCHING_PROTOCOLS = 101;

  private final @Nullable Failure failure;

  Verdict(@Nullable Failure failure) {
    this.failure = failure;
  }

  static Verdict of(NodeOutcome outcome, @Nullable HealthChecker checker) {
    return switch (outcome) {
      case Answered answered -> ofStatus(answered.status(), checker);
      case Ended ended ->
          switch (ended) {
            case CONNECT_FAILED -> UNREACHABLE;
            case BROKEN, STREAM_RESET, STREAM_REFUSED, MALFORMED, RESPONSE_BROKEN -> BROKEN;
            case TIMED_OUT, RESPONSE_STALLED -> TIMEOUT;
            case STALE,
                GOING_AWAY,
                CUT_SHORT,
                REQUEST_TOO_LARGE,
                NO_ROOM,
                OUT_OF_RESOURCES,
                CLIENT_LEFT,
                CLIENT_STALLED,
                IDLE,
                SUPERSEDED,
                ABANDONED ->
                NONE;
          };
    };
  }

  /**
   * The lists of the checks begin at 200, so they cannot name 101: a node that switches protocols
   * has done what it was asked for, and one that does nothing else would have no success.
   */
  private static Verdict ofStatus(int status, @Nullable HealthChecker checker) {
    if (checker == null) {
      return NONE;
    }
    if (status == SWITCHING_PROTOCOLS) {
      return HEALTHY_ANSWER;
    }
    if (checker.unhealthyHttpStatus().contains(status)) {
      return UNHEALTHY_ANSWER;
    }
    return checker.healthyHttpStatus().contains(status) ? HEALTHY_ANSWER : NONE;
  }

  /** The kind of failure it is, or null if it is none. */
  @Nullable Failure failure() {
    return failure;
  }

  /**
   * Whether the request itself may have caused it: of what one request causes at node after node,
   * only the first is held against a node.
   */
  boolean mayBeTheRequest() {
    return failure != null && this != UNREACHABLE;
  }
}
