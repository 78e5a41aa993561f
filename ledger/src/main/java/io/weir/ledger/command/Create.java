package io.weir.ledger.command;

import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import io.weir.ledger.Refusal;
import java.util.Optional;

/** Creates an object. */
public record Create<K, T, C>(Kind<K, T, C> kind, K key, C content) implements Command {
  @Override
  public String name() {
    return "create-" + kind.noun();
  }

  @Override
  public Decision decide(GatewayImage image) {
    Optional<Refusal> absentOwner = kind.absentOwner(image);
    return absentOwner.isPresent()
        ? Decision.refuse(absentOwner.get())
        : new Reasons()
            .add(kind.broken(image, key, content, null))
            .decide(kind.created(key, content));
  }
}
