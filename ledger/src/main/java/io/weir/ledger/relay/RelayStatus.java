package io.weir.ledger.relay;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a relay is doing.
 *
 * @param published the last position known to be in Kafka
 * @param head the last position known to be in the ledger
 * @param lastError why it last had to begin anew; kept until it publishes again
 * @param repairs how often this relay has removed what was in a damaged topic, to fill it again
 * @param lastRepair when it did so last, and what was wrong
 */
public record RelayStatus(
    State state,
    long published,
    long head,
    @Nullable String lastError,
    @Nullable Instant lastErrorAt,
    long repairs,
    @Nullable String lastRepair) {
  /** A relay's place in life. */
  public enum State {
    /** Not connected yet, or trying to be again. */
    CONNECTING,
    /** Another process is copying. */
    STANDBY,
    /** Copying. */
    PUBLISHING,
    /** Ended. */
    STOPPED
  }

  /** How many events are not in Kafka yet. */
  public long lag() {
    return Math.max(0, head - published);
  }

  static RelayStatus initial() {
    return new RelayStatus(State.CONNECTING, 0, 0, null, null, 0, null);
  }

  RelayStatus in(State next) {
    return new RelayStatus(next, published, head, lastError, lastErrorAt, repairs, lastRepair);
  }

  RelayStatus at(State next, long nowPublished, long nowHead) {
    return new RelayStatus(
        next,
        nowPublished,
        Math.max(nowHead, nowPublished),
        lastError,
        lastErrorAt,
        repairs,
        lastRepair);
  }

  RelayStatus recovered() {
    return new RelayStatus(state, published, head, null, null, repairs, lastRepair);
  }

  RelayStatus failed(String error, Instant when) {
    return new RelayStatus(State.CONNECTING, published, head, error, when, repairs, lastRepair);
  }

  RelayStatus repaired(String what, Instant when) {
    return new RelayStatus(
        state,
        published,
        head,
        lastError,
        lastErrorAt,
        repairs + 1,
        when.truncatedTo(ChronoUnit.SECONDS) + ": " + what);
  }
}
