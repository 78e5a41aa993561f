package io.weir.guard.access;

import io.weir.contracts.event.KeyEvent;
import io.weir.contracts.event.KeyEvent.KeyCreated;
import io.weir.contracts.event.KeyEvent.KeyExpired;
import io.weir.contracts.event.KeyEvent.KeyRevoked;
import io.weir.contracts.event.KeyEvent.KeyUsed;
import io.weir.contracts.log.Hash;
import io.weir.contracts.value.KeyId;
import io.weir.contracts.value.KeySecret;
import io.weir.contracts.value.KeySettings;
import java.security.MessageDigest;
import java.util.List;

/**
 * A key as the ledger tells of it.
 *
 * @param hash SHA-256 of its secret
 * @param used whether its first use is recorded
 */
public record KnownKey(KeyId id, KeySettings settings, Hash hash, boolean used, boolean revoked) {
  /**
   * What the events of a key come to.
   *
   * @param events all of them in order, the first a {@link KeyCreated}
   */
  static KnownKey of(Hash hash, List<KeyEvent> events) {
    if (!(events.getFirst() instanceof KeyCreated(var id, var settings))) {
      throw new IllegalStateException("a key begins with " + events.getFirst());
    }
    boolean used = false;
    boolean revoked = false;
    for (KeyEvent event : events) {
      switch (event) {
        case KeyCreated _, KeyExpired _ -> {}
        case KeyUsed _ -> used = true;
        case KeyRevoked _ -> revoked = true;
      }
    }
    return new KnownKey(id, settings, hash, used, revoked);
  }

  /** Whether a secret is this key's; takes as long for one that is nearly right. */
  public boolean isOpenedBy(KeySecret secret) {
    return MessageDigest.isEqual(hash.bytes(), Hash.of(secret.text()).bytes());
  }
}
