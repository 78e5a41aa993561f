package io.weir.guard.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.value.ConsoleCookie;
import io.weir.guard.Denial.Code;
import io.weir.guard.access.Sessions.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Sessions of the console, by their cookie, where no header says who asks. That a page of another
 * origin made the browser send it is the guard's to see.
 */
@ApplicationScoped
class SessionMechanism implements HttpAuthenticationMechanism {
  private final Sessions sessions;
  private final Keys keys;
  private final KeyChecks checks;

  SessionMechanism(Sessions sessions, Keys keys, KeyChecks checks) {
    this.sessions = sessions;
    this.keys = keys;
    this.checks = checks;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    if (request.request().headers().contains(HttpHeaders.AUTHORIZATION)
        || !Challenge.isGuarded(request)) {
      return Uni.createFrom().nullItem();
    }
    Optional<String> cookie = SessionCookie.of(request);
    if (cookie.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    return SessionToken.of(cookie.get())
        .map(sessions::find)
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .chain(owner -> identity(request, owner))
        .onFailure()
        .recoverWithItem(e -> KeyChecks.away(request, e))
        .map(identity -> identity.orElse(null));
  }

  private Uni<Optional<SecurityIdentity>> identity(RoutingContext request, Optional<Owner> owner) {
    return switch (owner.orElse(null)) {
      case null ->
          Uni.createFrom()
              .item(
                  KeyChecks.deny(
                      request, Code.UNAUTHENTICATED, "the session has ended: log in again"));
      case Owner.OfIssuer somebody ->
          Uni.createFrom().item(Optional.of(somebody.caller().identity()));
      case Owner.OfKey(var id) ->
          keys.find(id).map(found -> found.flatMap(key -> checks.open(request, key)));
    };
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.COOKIE, ConsoleCookie.NAME, "weir"));
  }

  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 900;
  }
}
