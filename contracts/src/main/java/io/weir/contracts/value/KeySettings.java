package io.weir.contracts.value;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is decided about an API key when it is made; none of it changes.
 *
 * @param name what events call whoever uses it
 * @param scope what it may change; only operators have one that is a limit
 * @param expiresAt from when on it opens nothing; null if it is good until it is revoked
 */
public record KeySettings(Name name, Role role, Scope scope, @Nullable Expiry expiresAt) {
  public KeySettings {
    if (!scope.isAll() && role != Role.OPERATOR) {
      throw new InvalidValueException("only what an OPERATOR may change can have a scope");
    }
  }

  /** Whether the key opens nothing any more. */
  public boolean isExpired(Instant now) {
    return expiresAt != null && expiresAt.isPast(now);
  }
}
