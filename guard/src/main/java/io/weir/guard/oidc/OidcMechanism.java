package io.weir.guard.oidc;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.Tenant;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import io.weir.guard.Denial;
import io.weir.guard.Denial.Code;
import io.weir.guard.access.Caller;
import io.weir.guard.access.Challenge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * Tokens of an issuer (RFC 9068) as bearer tokens: what is signed by it, made for us and not
 * expired says who asks. What is wrong with one is remembered, for the answer to say.
 */
@ApplicationScoped
class OidcMechanism implements HttpAuthenticationMechanism {
  private static final Logger LOG = Logger.getLogger(OidcMechanism.class);

  /** Three parts in base64url: anything else is for others to judge. */
  /** What a token says that is none for services. */
  private static final Set<String> OTHER_TYPES = Set.of("ID", "Refresh", "Logout");

  /**
   * Claims of an ID token alone (OpenID Connect Core, 3.3.2.11); some access tokens have a nonce.
   */
  private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash");

  private static final Pattern TOKEN =
      Pattern.compile("(?i:bearer) +([A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*) *");

  private final TenantIdentityProvider provider;
  private final TokenCallers callers;
  private final boolean on;

  OidcMechanism(
      @Tenant(OidcSettings.BEARER) TenantIdentityProvider provider,
      TokenCallers callers,
      @ConfigProperty(name = OidcSettings.ISSUER) Optional<String> issuer) {
    this.provider = provider;
    this.callers = callers;
    this.on = issuer.filter(url -> !url.isBlank()).isPresent();
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager providers) {
    List<String> given = request.request().headers().getAll(HttpHeaders.AUTHORIZATION);
    if (!on || given.size() != 1 || !Challenge.isGuarded(request)) {
      return Uni.createFrom().nullItem();
    }
    var token = TOKEN.matcher(given.getFirst());
    if (!token.matches()) {
      return Uni.createFrom().nullItem();
    }
    return provider
        .authenticate(new AccessTokenCredential(token.group(1)))
        .map(this::identity)
        .onFailure()
        .recoverWithItem(
            e -> {
              Challenge.remember(request, denial(e));
              return null;
            });
  }

  private SecurityIdentity identity(SecurityIdentity verified) {
    if (!(verified.getPrincipal() instanceof JsonWebToken token)) {
      throw new IllegalArgumentException("the token is no JWT");
    }
    // its audience may name Weir, too
    if (OTHER_TYPES.contains(String.valueOf(token.<Object>getClaim("typ")))
        || OF_ID_TOKENS.stream().anyMatch(token::containsClaim)) {
      throw new IllegalArgumentException("the token says who logged in: it is no access token");
    }
    return callers
        .of(token)
        .map(Caller::identity)
        .orElseGet(
            () ->
                QuarkusSecurityIdentity.builder()
                    .setPrincipal(new QuarkusPrincipal(token.getName()))
                    .build());
  }

  private static Denial denial(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof OIDCException) {
        LOG.warnf("the issuer of tokens cannot be asked: %s", e.getMessage());
        return new Denial(
            Code.ISSUER_UNAVAILABLE,
            "the issuer of tokens does not answer, so that its tokens cannot be checked; nothing"
                + " was changed",
            Map.of("Retry-After", "2"));
      }
    }
    LOG.debugf("a token was refused: %s", e.getMessage());
    return Challenge.invalid(
        Code.INVALID_TOKEN,
        e instanceof IllegalArgumentException
            ? String.valueOf(e.getMessage())
            : "the token is expired, of another issuer, not made for Weir, or not as it was"
                + " issued");
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
                HttpCredentialTransport.Type.AUTHORIZATION, "bearer", "weir-oidc"));
  }

  /** Before keys, which know no token; what looks like a key is left to them. */
  @Override
  public int getPriority() {
    return DEFAULT_PRIORITY + 1100;
  }
}
