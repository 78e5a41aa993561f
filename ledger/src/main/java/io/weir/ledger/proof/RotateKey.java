package io.weir.ledger.proof;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyRetired;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.LedgerKey;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts a key in the place of another, unless the ledger knows it.
 *
 * @param old retired, unless it is; none if there was none
 */
record RotateKey(LedgerKeyId id, PublicKey publicKey, Optional<LedgerKeyId> old)
    implements Command {
  @Override
  public String name() {
    return "rotate-ledger-key";
  }

  @Override
  public Decision decide(GatewayImage image) {
    if (AnnounceKey.known(image, publicKey)) {
      return Decision.accept();
    }
    List<GatewayEvent> events = new ArrayList<>();
    events.add(new LedgerKeyCreated(id, publicKey));
    old.map(image.ledgerKeys()::get)
        .filter(LedgerKey::current)
        .ifPresent(key -> events.add(new LedgerKeyRetired(key.id())));
    return Decision.accept(events);
  }
}
