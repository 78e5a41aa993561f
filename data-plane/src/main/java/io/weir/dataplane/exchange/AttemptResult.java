package io.weir.dataplane.exchange;

import io.weir.dataplane.balance.NodeOutcome;
import io.weir.dataplane.balance.NodeOutcome.Ended;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How an attempt went, in one word: that of the access log, of metrics and of traces. */
public enum AttemptResult {
  /** It is still on its way. */
  PENDING(null),
  /** The head of a response came. */
  ANSWERED(null),
  /** A response came whose status is one to try again on. */
  TURNED_AWAY(null),
  /** No connection could be made. */
  NOT_CONNECTED(Ended.CONNECT_FAILED),
  /** The node refused the request unseen. */
  REFUSED(Ended.STREAM_REFUSED),
  /** The node's connection is about to end and the request has not been processed on it. */
  GOING_AWAY(Ended.GOING_AWAY),
  /** A connection that had served before was closed instead of answering. */
  STALE(Ended.STALE),
  /** The connection broke before a response. */
  BROKEN(Ended.BROKEN),
  /** The node ended this request alone, before a response. */
  RESET(Ended.STREAM_RESET),
  /** What the node sent is not HTTP, or contradicts itself. */
  MALFORMED(Ended.MALFORMED),
  /** The connection broke within the response. */
  RESPONSE_BROKEN(Ended.RESPONSE_BROKEN),
  /** No response in time. */
  TIMED_OUT(Ended.TIMED_OUT),
  /** The request's time was up before the attempt had the time of one. */
  CUT_SHORT(Ended.CUT_SHORT),
  /** Nothing moved in a response or a tunnel for too long. */
  IDLE(Ended.IDLE),
  /** The node takes no request head as large as this one. */
  HEAD_TOO_LARGE(Ended.REQUEST_TOO_LARGE),
  /** The limits towards the node left no room. */
  NO_ROOM(Ended.NO_ROOM),
  /** This process had no file, port or memory left for it. */
  NO_RESOURCES(Ended.OUT_OF_RESOURCES),
  /** Nobody waits for the response any more. */
  CLIENT_LEFT(Ended.CLIENT_LEFT),
  /** The client neither sent nor took anything for too long. */
  CLIENT_STALLED(Ended.CLIENT_STALLED),
  /** Another attempt answered better, or its answer could not be waited for. */
  SUPERSEDED(Ended.SUPERSEDED),
  /** The gateway itself failed. */
  DEFECT(Ended.ABANDONED);

  private final @Nullable Ended outcome;
  private final String text = name().toLowerCase(Locale.ROOT);

  AttemptResult(@Nullable Ended outcome) {
    this.outcome = outcome;
  }

  /** The word. */
  public String text() {
    return text;
  }

  /** Whether it went wrong, and not because of its client or because it was not needed. */
  public boolean isFailure() {
    return switch (this) {
      case PENDING, ANSWERED, CLIENT_LEFT, CLIENT_STALLED, SUPERSEDED -> false;
      default -> true;
    };
  }

  /**
   * What it says to those who judge the node.
   *
   * @param status the node's, where it answered
   * @throws IllegalStateException if the attempt is not over
   */
  NodeOutcome outcome(int status) {
    return switch (this) {
      case PENDING -> throw new IllegalStateException("the attempt is not over");
      case ANSWERED -> NodeOutcome.answered(status);
      case TURNED_AWAY -> NodeOutcome.turnedAway(status);
      case CLIENT_LEFT, CLIENT_STALLED, IDLE, SUPERSEDED ->
          // an answer that nobody wanted the rest of was one all the same
          status > 0 ? NodeOutcome.answered(status) : Objects.requireNonNull(outcome);
      default -> Objects.requireNonNull(outcome);
    };
  }
}
