package io.weir.guard.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.log.Authentication;
import io.weir.guard.Denial;
import io.weir.guard.Denial.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Whether a key that somebody has still opens anything, however he shows that he has it; what is
 * wrong with it is remembered, for the answer to say.
 */
@ApplicationScoped
class KeyChecks {
  private static final Logger LOG = Logger.getLogger(KeyChecks.class);

  private final Keys keys;
  private final Instance<KeyUse> uses;

  KeyChecks(Keys keys, Instance<KeyUse> uses) {
    this.keys = keys;
    this.uses = uses;
  }

  /** Who has the key; empty if it opens nothing any more. */
  Optional<SecurityIdentity> open(RoutingContext request, KnownKey key) {
    if (keys.isRevoked(key)) {
      return deny(request, Code.KEY_REVOKED, "the API key " + key.id() + " was revoked");
    }
    if (key.settings().isExpired(Instant.now())) {
      return deny(
          request,
          Code.KEY_EXPIRED,
          "the API key %s expired at %s".formatted(key.id(), key.settings().expiresAt()));
    }
    if (!key.used()) {
      uses.forEach(use -> use.first(key, request));
    }
    return Optional.of(
        new Caller(
                key.settings().name().value(),
                Authentication.key(key.id()),
                key.settings().role(),
                key.settings().scope())
            .identity());
  }

  /** Nobody, for a reason. */
  static Optional<SecurityIdentity> deny(RoutingContext request, Code code, String detail) {
    Challenge.remember(request, Challenge.invalid(code, detail));
    return Optional.empty();
  }

  /** Nobody, since nobody can be recognised. */
  static Optional<SecurityIdentity> away(RoutingContext request, Throwable e) {
    LOG.warnf("keys and sessions cannot be read: %s", e.getMessage());
    Challenge.remember(
        request,
        new Denial(
            Code.LEDGER_UNAVAILABLE,
            "the ledger's database does not answer, so nobody can be recognised; nothing was"
                + " changed",
            Map.of("Retry-After", "2")));
    return Optional.empty();
  }
}
