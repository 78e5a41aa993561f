package io.weir.dataplane.forward;

import io.vertx.core.http.HttpMethod;
import io.weir.dataplane.forward.Decision.GiveUp;
import io.weir.dataplane.forward.Decision.Relay;
import io.weir.dataplane.forward.Decision.RetryNow;
import io.weir.dataplane.forward.Outcome.Answered;
import io.weir.dataplane.forward.Outcome.Broken;
import io.weir.dataplane.forward.Outcome.NotConnected;
import io.weir.dataplane.forward.Outcome.TimedOut;

/**
 * Decides what follows an attempt. A request that was never sent may go elsewhere whatever its
 * method; one that was may only if repeating it does no harm (RFC 9110, 9.2.2). The first byte of a
 * response ends all retrying, so does a body that is no longer held.
 */
final class RetryPolicy {
  private static final Relay RELAY = new Relay();

  private RetryPolicy() {}

  /**
   * Where a request stands after a failed attempt.
   *
   * @param retriesLeft how many more the upstream allows
   * @param idempotent whether the method sent to nodes is
   * @param replayable whether the body, if any, can be sent again from its beginning
   * @param freshTryLeft whether the one free try on a fresh connection is still unused
   */
  record Standing(int retriesLeft, boolean idempotent, boolean replayable, boolean freshTryLeft) {}

  static Decision after(Outcome outcome, Standing standing) {
    return switch (outcome) {
      case Answered _ -> RELAY;
      case NotConnected _ -> elsewhere(true, standing, Failure.CONNECT_FAILED);
      case Broken broken -> {
        if (broken.stale()
            && standing.freshTryLeft()
            && standing.idempotent()
            && standing.replayable()) {
          yield new RetryNow(true);
        }
        yield elsewhere(standing.idempotent(), standing, Failure.CONNECTION_BROKEN);
      }
      case TimedOut _ -> elsewhere(standing.idempotent(), standing, Failure.ATTEMPT_TIMEOUT);
    };
  }

  private static Decision elsewhere(boolean safe, Standing standing, Failure failure) {
    return safe && standing.replayable() && standing.retriesLeft() > 0
        ? new RetryNow(false)
        : new GiveUp(failure);
  }

  /** Whether a request with this method may be repeated without the client's consent. */
  static boolean isIdempotent(HttpMethod method) {
    return switch (method.name()) {
      case "GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE" -> true;
      default -> false;
    };
  }
}
