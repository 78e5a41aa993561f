package io.weir.ledger.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Decision;

/** Gives an object the content that a document tells; what stays equal is no event. */
public record Replace<K, T, C>(
    Kind<K, T, C> kind, K key, ObjectNode document, Precondition precondition)
    implements Change<K, T, C> {
  @Override
  public String name() {
    return "replace-" + kind.noun();
  }

  @Override
  public Decision decide(GatewayImage image, T current, Reasons stale) {
    return replace(image, current, document, stale);
  }
}
