package io.weir.ledger.command;

import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Decision;

/** Deletes an object that nothing uses. */
public record Delete<K, T, C>(Kind<K, T, C> kind, K key, Precondition precondition)
    implements Change<K, T, C> {
  @Override
  public String name() {
    return "delete-" + kind.noun();
  }

  @Override
  public Decision decide(GatewayImage image, T current, Reasons stale) {
    return delete(image, current, stale);
  }
}
