package io.weir.control.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.weir.guard.access.SessionCookie;
import io.weir.guard.access.SessionToken;
import io.weir.guard.access.Sessions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * {@code GET /login/TOKEN}: where a link that works once leads. What it answers is read by people.
 */
@ApplicationScoped
class LoginLinks {
  /** Before the token. */
  static final String PATH = "/login/";

  private static final Logger LOG = Logger.getLogger(LoginLinks.class);
  private final Sessions sessions;
  private final OidcLogin oidc;

  LoginLinks(Sessions sessions, OidcLogin oidc) {
    this.sessions = sessions;
    this.oidc = oidc;
  }

  void register(@Observes Router router) {
    router.get("/login").handler(this::methods);
    router.get(PATH + ":token").handler(this::use);
  }

  /** For the console's login page, before anybody is known. */
  private void methods(RoutingContext request) {
    request
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end("{\"methods\":[%s]}".formatted(oidc.isOn() ? "\"key\",\"oidc\"" : "\"key\""));
  }

  private void use(RoutingContext request) {
    request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    Optional<SessionToken> link = SessionToken.of(request.pathParam("token"));
    if (link.isEmpty()) {
      gone(request);
      return;
    }
    sessions
        .use(link.get())
        .subscribe()
        .with(
            session -> session.ifPresentOrElse(begun -> enter(request, begun), () -> gone(request)),
            e -> away(request, e));
  }

  private static void enter(RoutingContext request, Sessions.Begun session) {
    SessionCookie.give(request, session);
    request.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, "/").end();
  }

  private static void gone(RoutingContext request) {
    LoginPage.send(
        request,
        410,
        "This link does not work any more",
        "A link logs in once, and within two minutes of being made. Get another with ./weir open.");
  }

  private static void away(RoutingContext request, Throwable e) {
    LOG.warnf("nobody can log in: %s", e.getMessage());
    LoginPage.away(request);
  }
}
