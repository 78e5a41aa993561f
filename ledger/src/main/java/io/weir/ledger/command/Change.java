package io.weir.ledger.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.contracts.content.Fields;
import io.weir.contracts.content.InvalidContentException;
import io.weir.contracts.image.GatewayImage;
import io.weir.ledger.Command;
import io.weir.ledger.Decision;
import org.jspecify.annotations.Nullable;

/** What has to do with an object that exists, as it is at the moment of the decision. */
sealed interface Change<K, T, C> extends Command permits Replace, Patch, Edit, Delete, Revert {
  Kind<K, T, C> kind();

  K key();

  Precondition precondition();

  /** Decides about the object as it is; {@code stale} is empty if its version is as expected. */
  Decision decide(GatewayImage image, T current, Reasons stale);

  @Override
  default Decision decide(GatewayImage image) {
    @Nullable T current = kind().find(image, key());
    return current == null
        ? Decision.refuse(kind().absent(image, key()))
        : decide(
            image,
            current,
            new Reasons().add(precondition().refuse(key().toString(), kind().version(current))));
  }

  /** Decides for there being nothing. */
  default Decision delete(GatewayImage image, T current, Reasons stale) {
    return stale.add(kind().inUse(image, key(), current)).decide(kind().deleted(key()));
  }

  /** Decides for the content that a document tells. */
  default Decision replace(GatewayImage image, T current, ObjectNode document, Reasons stale) {
    C content;
    try {
      content = Fields.read(document, fields -> kind().read(key(), fields));
    } catch (InvalidContentException e) {
      return stale.add(e).refuse();
    }
    return replace(image, current, content, stale);
  }

  /** Decides for other content. */
  default Decision replace(GatewayImage image, T current, C content, Reasons stale) {
    return stale
        .add(kind().broken(image, key(), content, current))
        .decide(kind().changed(key(), current, content));
  }
}
