package io.weir.dataplane.forward;

import io.weir.contracts.value.RetryOn;
import io.weir.dataplane.forward.Decision.GiveUp;
import io.weir.dataplane.forward.Decision.Relay;
import io.weir.dataplane.forward.Decision.RetryNow;
import io.weir.dataplane.forward.Outcome.Answered;
import io.weir.dataplane.forward.Outcome.Broken;
import io.weir.dataplane.forward.Outcome.NotConnected;
import io.weir.dataplane.forward.Outcome.TimedOut;

/**
 * Decides what follows an attempt. A request that was never sent may go elsewhere whatever its
 * method; one that was may only if repeating it does no harm (RFC 9110, 9.2.2) or if the upstream
 * says that it does not matter. The first byte of a response that went to the client ends all
 * retrying, so does a body that is no longer held.
 */
final class RetryPolicy {
  private static final Relay RELAY = new Relay();

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
              ? new RetryNow(false)
              : RELAY;
      case NotConnected _ -> elsewhere(standing.replayable(), standing, Failure.CONNECT_FAILED);
      case Broken broken -> {
        if (broken.stale() && standing.freshTryLeft() && standing.repeatable()) {
          yield new RetryNow(true);
        }
        yield elsewhere(standing.repeatable(), standing, Failure.CONNECTION_BROKEN);
      }
      case TimedOut _ -> elsewhere(standing.repeatable(), standing, Failure.ATTEMPT_TIMEOUT);
    };
  }

  private static Decision elsewhere(boolean safe, Standing standing, Failure failure) {
    return safe && standing.retriesLeft() > 0 ? new RetryNow(false) : new GiveUp(failure);
  }
}
