package io.weir.dataplane.exchange;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.exchange.Decision.Again;
import io.weir.dataplane.exchange.Decision.GiveUp;
import io.weir.dataplane.exchange.Decision.Relay;
import io.weir.dataplane.exchange.Decision.Retry;
import io.weir.dataplane.exchange.Outcome.Answered;
import io.weir.dataplane.exchange.Outcome.Failed;
import io.weir.dataplane.exchange.Outcome.TimedOut;

/**
 * Decides what follows an attempt. A request that no node has processed may go elsewhere whatever
 * its method; one that may have been processed only if repeating it does no harm (RFC 9110, 9.2.2)
 * or if the upstream says that it does not matter. The first byte of a response that went to the
 * client ends all retrying, so does a body that is no longer held. What is not the node's doing is
 * not tried elsewhere: it would end in the same way there.
 */
final class RetryPolicy {
  private static final Relay RELAY = new Relay();
  private static final Retry RETRY = new Retry();
  private static final Again AGAIN = new Again();

  private RetryPolicy() {}

  /**
   * Where a request stands after an attempt.
   *
   * @param retriesLeft how many more the upstream allows
   * @param retryOn what the upstream retries beyond the usual
   * @param idempotent whether the method sent to nodes is
   * @param replayable whether the body, if any, can be sent again from its beginning
   * @param freshTryLeft whether the one free try on a fresh connection is still unused
   */
  record Standing(
      int retriesLeft,
      RetryOn retryOn,
      boolean idempotent,
      boolean replayable,
      boolean freshTryLeft) {
    /** Whether a node may get it that another one may have processed. */
    boolean repeatable() {
      return replayable && (idempotent || retryOn.nonIdempotent());
    }
  }

  static Decision after(Outcome outcome, Standing standing) {
    return switch (outcome) {
      case Answered(int status) ->
          standing.retryOn().statuses().contains(status)
                  && standing.repeatable()
                  && standing.retriesLeft() > 0
              ? RETRY
              : RELAY;
      case Failed failed -> after(failed, standing);
      case TimedOut _ -> elsewhere(standing.repeatable(), standing, Failure.ATTEMPT_TIMEOUT);
    };
  }

  private static Decision after(Failed failed, Standing standing) {
    return switch (failed.kind()) {
      case NOT_CONNECTED, UNPROCESSED, STREAM_REFUSED ->
          elsewhere(standing.replayable(), standing, Failure.CONNECT_FAILED);
      case OVERLOADED -> elsewhere(standing.replayable(), standing, Failure.OVERLOADED);
      case CONNECTION_LOST ->
          failed.stale() && standing.freshTryLeft() && standing.repeatable()
              ? AGAIN
              : elsewhere(standing.repeatable(), standing, Failure.CONNECTION_BROKEN);
      case STREAM_RESET -> elsewhere(standing.repeatable(), standing, Failure.CONNECTION_BROKEN);
      case MALFORMED -> elsewhere(standing.repeatable(), standing, Failure.BAD_RESPONSE);
      case HEAD_TOO_LARGE -> new GiveUp(Failure.HEADERS_TOO_LARGE);
      case NO_RESOURCES -> new GiveUp(Failure.OUT_OF_RESOURCES);
    };
  }

  private static Decision elsewhere(boolean safe, Standing standing, Failure failure) {
    return safe && standing.retriesLeft() > 0 ? RETRY : new GiveUp(failure);
  }
}
