package io.weir.guard.access;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import io.weir.contracts.value.ConsoleCookie;
import java.util.Optional;

/**
 * The cookie of a session: scripts cannot read it, requests that begin on another site do not carry
 * it, and where TLS is used it goes over nothing else.
 */
public final class SessionCookie {
  private SessionCookie() {}

  /** What the request's cookie holds; empty if there is none. */
  public static Optional<String> of(RoutingContext request) {
    return Optional.ofNullable(request.request().getCookie(ConsoleCookie.NAME))
        .map(Cookie::getValue);
  }

  /** Gives the browser a session, for as long as that lasts. */
  public static void give(RoutingContext request, Sessions.Begun session) {
    request
        .response()
        .addCookie(cookie(request, session.token().text()).setMaxAge(session.life().toSeconds()));
  }

  /** Takes it away. */
  public static void take(RoutingContext request) {
    request.response().addCookie(cookie(request, "").setMaxAge(0));
  }

  private static Cookie cookie(RoutingContext request, String value) {
    return Cookie.cookie(ConsoleCookie.NAME, value)
        .setPath("/")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.STRICT)
        .setSecure("https".equals(request.request().scheme()));
  }
}
