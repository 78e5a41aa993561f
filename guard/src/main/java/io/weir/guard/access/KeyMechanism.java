package io.weir.guard.access;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.value.InvalidValueException;
import io.weir.contracts.value.KeySecret;
import io.weir.guard.Denial;
import io.weir.guard.Denial.Code;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Optional;

/**
 * API keys as bearer tokens (RFC 6750). What is no key of ours is left to other mechanisms; what is
 * wrong with one is remembered, for the answer to say.
 */
@ApplicationScoped
class KeyMechanism implements HttpAuthenticationMechanism {
  private static final String SCHEME = "bearer ";
  private static final String OURS = "weir_";

  private final Keys keys;
  private final KeyChecks checks;
  private final Instance<SpareKey> spares;

  KeyMechanism(Keys keys, KeyChecks checks, Instance<SpareKey> spares) {
    this.keys = keys;
    this.checks = checks;
    this.spares = spares;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    List<String> given = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (given.size() != 1 || !Challenge.isGuarded(request)) {
      return Uni.createFrom().nullItem();
    }
    String header = given.getFirst();
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return refuse(
          request,
          Challenge.invalid(Code.INVALID_KEY, "the header Authorization is: Bearer weir_..."));
    }
    String token = header.substring(SCHEME.length()).strip();
    KeySecret secret;
    try {
      secret = new KeySecret(token);
    } catch (InvalidValueException e) {
      return refuse(
          request,
          Challenge.invalid(
              Code.INVALID_KEY,
              token.startsWith(OURS)
                  ? "this is no API key as it was shown when it was made: it is mistyped or cut"
                  : "this is no API key: one begins with weir_"));
    }
    return keys.find(secret.keyId())
        .chain(
            found ->
                found.isPresent() || !spares.isResolvable()
                    ? Uni.createFrom().item(found)
                    : spare(request, secret))
        .map(found -> identity(request, secret, found))
        .onFailure()
        .recoverWithItem(e -> KeyChecks.away(request, e))
        .map(identity -> identity.orElse(null));
  }

  /** Goes on where the request was. */
  private Uni<Optional<KnownKey>> spare(RoutingContext request, KeySecret secret) {
    Context caller = Vertx.currentContext();
    Uni<Optional<KnownKey>> found =
        spares.get().find(secret, Paths.canonical(request.normalizedPath()));
    return caller == null ? found : found.emitOn(task -> caller.runOnContext(_ -> task.run()));
  }

  private Optional<SecurityIdentity> identity(
      RoutingContext request, KeySecret secret, Optional<KnownKey> found) {
    return found
        .filter(known -> known.isOpenedBy(secret))
        .map(known -> checks.open(request, known))
        .orElseGet(() -> KeyChecks.deny(request, Code.INVALID_KEY, "there is no such API key"));
  }

  private static Uni<SecurityIdentity> refuse(RoutingContext request, Denial denial) {
    Challenge.remember(request, denial);
    return Uni.createFrom().nullItem();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    // elsewhere, who is unknown is for others to send to where he is known
    return Challenge.isGuarded(request)
        ? Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"weir\""))
        : Uni.createFrom().nullItem();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
    return Uni.createFrom()
        .item(
            new HttpCredentialTransport(
                HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "weir"));
  }

  /** Before others, which would take a key for a token of theirs that is wrong. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1000;
  }
}
