package io.weir.control.session;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weir.guard.access.Caller;
import io.weir.guard.access.SessionCookie;
import io.weir.guard.access.Sessions;
import io.weir.guard.oidc.OidcSettings;
import io.weir.guard.oidc.TokenCallers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jboss.logging.Logger;

/**
 * {@code GET /login/oidc}: Quarkus sends whoever is unknown there to the issuer and back; what the
 * issuer then said of him becomes a session of Weir's own, which every service knows.
 */
@ApplicationScoped
class OidcLogin {
  private static final Logger LOG = Logger.getLogger(OidcLogin.class);

  /** Before links, which are named by what follows /login/. */
  private static final int ORDER = -1;

  private static final String OF_QUARKUS = "q_session";

  private final Sessions sessions;
  private final TokenCallers callers;
  private final IdentityProviderManager providers;
  private final boolean on;

  OidcLogin(
      Sessions sessions,
      TokenCallers callers,
      IdentityProviderManager providers,
      @ConfigProperty(name = OidcSettings.ISSUER) Optional<String> issuer,
      @ConfigProperty(name = OidcSettings.CLIENT) Optional<String> client) {
    this.sessions = sessions;
    this.callers = callers;
    this.providers = providers;
    this.on = issuer.isPresent() && client.isPresent();
  }

  /** Whether people can log in at an issuer. */
  boolean isOn() {
    return on;
  }

  void register(@Observes Router router) {
    if (on) {
      router.get(OidcSettings.LOGIN).order(ORDER).handler(this::logIn);
    }
  }

  private void logIn(RoutingContext request) {
    QuarkusHttpUser.getSecurityIdentity(request, providers)
        .subscribe()
        .with(identity -> known(request, identity), request::fail);
  }

  private void known(RoutingContext request, SecurityIdentity identity) {
    for (Cookie cookie : request.request().cookies()) {
      if (cookie.getName().startsWith(OF_QUARKUS)) {
        request
            .response()
            .addCookie(
                Cookie.cookie(cookie.getName(), "").setPath(OidcSettings.LOGIN).setMaxAge(0));
      }
    }
    Optional<Caller> caller = caller(identity);
    if (caller.isEmpty()) {
      LoginPage.send(
          request,
          403,
          "You have no role here",
          "The issuer knows you, but gives you no role of Weir. Ask whoever administers it.");
      return;
    }
    sessions
        .begin(caller.get())
        .subscribe()
        .with(
            session -> {
              SessionCookie.give(request, session);
              request
                  .response()
                  .setStatusCode(303)
                  .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                  .putHeader(HttpHeaders.LOCATION, "/")
                  .end();
            },
            e -> {
              LOG.warnf("nobody can log in: %s", e.getMessage());
              LoginPage.away(request);
            });
  }

  private Optional<Caller> caller(SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return Optional.empty();
    }
    try {
      return callers.of(token);
    } catch (IllegalArgumentException e) {
      LOG.warnf("a token of the issuer cannot be used: %s", e.getMessage());
      return Optional.empty();
    }
  }
}
