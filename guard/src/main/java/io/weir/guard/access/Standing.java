package io.weir.guard.access;

import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.value.KeyId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether what a request was let in with still opens, for answers that last. The ledger is asked
 * anew each time: what was committed before the question counts, whichever process recorded it.
 */
@ApplicationScoped
public class Standing {
  private final Keys keys;
  private final Sessions sessions;
  private final HttpAuthenticator authenticator;

  Standing(Keys keys, Sessions sessions, HttpAuthenticator authenticator) {
    this.keys = keys;
    this.sessions = sessions;
    this.authenticator = authenticator;
  }

  /**
   * Whether the caller would be let in now: his key is neither revoked nor expired, his session has
   * not ended, his token is still valid; always where nobody is asked who he is. Fails if the
   * ledger's database does not answer.
   */
  public Uni<Boolean> holds(RoutingContext request) {
    Caller caller = Caller.of(request);
    if (!caller.isProven()) {
      return Uni.createFrom().item(true);
    }
    if (!request.request().headers().contains(HttpHeaders.AUTHORIZATION)) {
      return session(request).chain(holds -> holds ? credential(caller) : no());
    }
    return caller.authentication().keyId().isPresent()
        ? credential(caller)
        : authenticator
            .attemptAuthentication(request)
            .map(identity -> identity != null && !identity.isAnonymous());
  }

  private Uni<Boolean> session(RoutingContext request) {
    return SessionCookie.of(request)
        .flatMap(SessionToken::of)
        .map(token -> sessions.find(token).map(Optional::isPresent))
        .orElseGet(Standing::no);
  }

  private Uni<Boolean> credential(Caller caller) {
    Optional<KeyId> key = caller.authentication().keyId();
    return key.isEmpty()
        ? Uni.createFrom().item(true)
        : keys.now(key.get()).map(found -> found.filter(this::isOpen).isPresent());
  }

  private boolean isOpen(KnownKey key) {
    return !keys.isRevoked(key) && !key.settings().isExpired(Instant.now());
  }

  private static Uni<Boolean> no() {
    return Uni.createFrom().item(false);
  }
}
