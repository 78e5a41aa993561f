package io.weir.ledger;

import io.weir.contracts.log.Hash;
import io.weir.contracts.value.InvalidValueException;

/**
 * What makes a repeated request recognisable; throws {@link InvalidValueException}.
 *
 * @param scope within which the key is unique, such as the actor and the kind of request; 1..500
 *     characters
 * @param key the caller's, 1..255 characters
 * @param requestHash of everything the request says: the same key with another hash is a mistake
 */
public record Idempotency(String scope, String key, Hash requestHash) {
  public Idempotency {
    Texts.require("idempotency scope", scope, 1, 500);
    Texts.require("idempotency key", key, 1, 255);
  }
}
