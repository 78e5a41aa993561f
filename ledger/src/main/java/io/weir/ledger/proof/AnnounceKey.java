package io.weir.ledger.proof;

import io.weir.contracts.event.LedgerKeyEvent.LedgerKeyCreated;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.value.LedgerKeyId;
import io.weir.contracts.value.PublicKey;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;

/** Makes a key known to the ledger, unless it is. */
record AnnounceKey(LedgerKeyId id, PublicKey publicKey) implements Command {
  @Override
  public String name() {
    return "create-ledger-key";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return known(image, publicKey)
        ? Decision.accept()
        : Decision.accept(new LedgerKeyCreated(id, publicKey));
  }

  static boolean known(GatewayImage image, PublicKey publicKey) {
    return image.ledgerKeys().values().stream().anyMatch(key -> key.publicKey().equals(publicKey));
  }
}
