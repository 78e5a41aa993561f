package io.weir.ledger.command;

import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Decision;

/** Changes parts of an object's content. */
public record Patch<K, T, C>(Kind<K, T, C> kind, K key, MergePatch patch, Precondition precondition)
    implements Change<K, T, C> {
  @Override
  public String name() {
    return "patch-" + kind.noun();
  }

  @Override
  public Decision decide(GatewayImage image, T current, Reasons stale) {
    return replace(image, current, patch.apply(kind.content(current)), stale);
  }
}
