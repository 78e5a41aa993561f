package io.weir.ledger;

import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;

/**
 * A command that makes an API key: the hash of its secret is kept beside the events, by the same
 * transaction, and is in none of them. The secret itself is kept nowhere.
 */
public interface KeepsSecret extends Command {
  /** The new key. */
  KeyId id();

  /** SHA-256 of the secret's text. */
  Hash secretHash();
}
