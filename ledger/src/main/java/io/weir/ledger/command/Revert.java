package io.weir.ledger.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.diff.PutBack;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Puts back what an event changed in an object that exists, and deletes one that the event made.
 * Refused where somebody has changed the same since: nothing of that is lost.
 *
 * @param before the object before the event; null if the event made it
 * @param after the object with the event
 */
public record Revert<K, T, C>(
    Kind<K, T, C> kind, K key, @Nullable T before, T after, Precondition precondition)
    implements Change<K, T, C> {
  @Override
  public String name() {
    return "revert-" + kind.noun();
  }

  @Override
  public Decision decide(GatewayImage image, T current, Reasons reasons) {
    PutBack back =
        PutBack.of(
            before == null ? null : kind.content(before),
            kind.content(after),
            kind.content(current));
    if (!back.conflicts().isEmpty()) {
      back.conflicts()
          .forEach(conflict -> reasons.add(Reasons.changedSince(key.toString(), conflict)));
      return reasons.refuse();
    }
    ObjectNode content = back.content();
    return content == null
        ? delete(image, current, reasons)
        : replace(image, current, content, reasons);
  }
}
