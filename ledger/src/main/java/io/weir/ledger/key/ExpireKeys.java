package io.weir.ledger.key;

import io.weir.contracts.event.GatewayEvent;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.image.GatewayImage;
import io.weir.contracts.image.Key;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import java.time.Instant;

/** Records of every key whose time is over that it is, once. */
public record ExpireKeys(Instant now) implements Command {
  @Override
  public String name() {
    return "expire-keys";
  }

  @Override
  public Decision decide(GatewayImage image) {
    return Decision.accept(
        image.keys().values().stream()
            .filter(this::isDue)
            .<GatewayEvent>map(key -> new KeyExpired(key.id()))
            .toList());
  }

  /** Whether a key's time is over and that is not recorded yet. */
  public boolean isDue(Key key) {
    return !key.expired() && key.settings().isExpired(now);
  }
}
