package io.weir.ledger.key;

import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.contracts.value.KeyId;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.command.Precondition;
import io.weir.ledger.command.Reasons;

/** Ends an API key; nothing holds one. */
public record RevokeKey(KeyId id, Precondition precondition) implements Command {
  @Override
  public String name() {
    return "revoke-key";
  }

  @Override
  public Decision decide(GatewayImage image) {
    Key key = image.keys().get(id);
    return key == null
        ? Reasons.notFound(id)
        : new Reasons()
            .add(precondition.refuse(id.value(), key.revision().version()))
            .decide(new KeyRevoked(id));
  }
}
