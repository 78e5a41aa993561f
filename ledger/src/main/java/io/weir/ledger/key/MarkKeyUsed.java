package io.weir.ledger.key;

import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.contracts.value.KeyId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;

/** Records that somebody came with a key, the first time only. */
public record MarkKeyUsed(KeyId id) implements Command {
  @Override
  public String name() {
    return "use-key";
  }

  @Override
  public boolean isOwn() {
    return true;
  }

  @Override
  public Decision decide(GatewayImage image) {
    Key key = image.keys().get(id);
    return key == null || key.used() ? Decision.accept() : Decision.accept(new KeyUsed(id));
  }
}
