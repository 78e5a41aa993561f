package io.weir.ledger;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.log.Recorded;
import java.util.List;

/**
 * An event of the ledger, and what it changed.
 *
 * @param before the configuration right before it, which within a command need not be consistent
 * @param after the configuration with it
 */
public record PastEvent(
    Recorded recorded, GatewayEvent event, GatewayImage before, GatewayImage after) {
  /**
   * The last of these events.
   *
   * @param state that they lead on from
   * @param events of one command; at least one
   */
  static PastEvent last(LedgerState state, List<Recorded> events) {
    Recorded last = events.getLast();
    LedgerState before = state.afterReading(events.subList(0, events.size() - 1));
    return new PastEvent(
        last,
        EventCodec.CURRENT.decode(last),
        before.image(),
        before.afterReading(List.of(last)).image());
  }
}
