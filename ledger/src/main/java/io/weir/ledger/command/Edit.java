package io.weir.ledger.command;

import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Decision;
import java.util.Optional;

/**
 * Changes what callers know as a thing of its own within an object, and leaves the rest as it is at
 * the moment of the decision.
 *
 * @param name what is recorded about the attempt
 */
public record Edit<K, T, C>(
    Kind<K, T, C> kind, K key, String name, Part<T, C> part, Precondition precondition)
    implements Change<K, T, C> {

  /** The thing within the object. */
  @FunctionalInterface
  public interface Part<T, C> {
    /**
     * The object's content with the change; none if something stands against it, which is among the
     * reasons then. Pure.
     */
    Optional<C> changed(T current, Reasons reasons);
  }

  @Override
  public Decision decide(GatewayImage image, T current, Reasons reasons) {
    return part.changed(current, reasons)
        .map(content -> replace(image, current, content, reasons))
        .orElseGet(reasons::refuse);
  }
}
