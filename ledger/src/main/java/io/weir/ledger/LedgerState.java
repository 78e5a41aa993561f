package io.weir.ledger;

import io.weir.contracts.codec.EventCodec;
import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.image.GatewayDelta;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Inconsistency;
import io.weir.contracts.log.Chain;
import io.weir.contracts.log.Recorded;
import java.util.List;
import java.util.UUID;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * Everything a command is decided against. Immutable.
 *
 * @param versions of every stream there ever was; the image forgets what was deleted
 */
record LedgerState(GatewayImage image, PMap<String, Long> versions) {
  static LedgerState genesis(UUID ledgerId) {
    return new LedgerState(GatewayImage.genesis(ledgerId), HashTreePMap.empty());
  }

  long position() {
    return image.position();
  }

  Chain chain() {
    return image.provenance().chain();
  }

  /** The version the next event of a stream gets. */
  long nextVersion(String stream) {
    return versions.getOrDefault(stream, 0L) + 1;
  }

  /** The state after events read from the ledger, which is not trusted: the chain is checked. */
  LedgerState afterReading(List<Recorded> events) {
    if (events.isEmpty()) {
      return this;
    }
    var step = new Step(this);
    Chain chain = chain();
    for (Recorded recorded : events) {
      if (chain.step(recorded) == Chain.Step.APPLY) {
        step.replay(recorded, EventCodec.CURRENT.decode(recorded));
        chain = chain.after(recorded);
      }
    }
    return step.apply();
  }

  /** The way from one state to the next. */
  static final class Step {
    private final GatewayDelta delta;
    private PMap<String, Long> versions;

    Step(LedgerState from) {
      delta = new GatewayDelta(from.image);
      versions = from.versions;
    }

    void replay(Recorded recorded, GatewayEvent event) {
      delta.replay(recorded, event);
      versions = versions.plus(recorded.envelope().stream(), recorded.envelope().version());
    }

    List<Inconsistency> check() {
      return delta.check();
    }

    LedgerState apply() {
      return new LedgerState(delta.apply(), versions);
    }
  }
}
