package io.weir.guard;

import io.vertx.core.MultiMap;
import java.util.Map;

/**
 * What every answer tells browsers: nobody frames it or guesses at its type, the console runs and
 * loads nothing but its own files, and what was kept is asked for again before it is shown.
 */
final class BrowserHeaders {
  static final Map<String, String> ALL =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
              + " frame-ancestors 'none'",
          "X-Frame-Options",
          "DENY",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Cache-Control",
          "no-cache");

  private BrowserHeaders() {}

  /** To be called first: who answers may say otherwise of caching. */
  static void putInto(MultiMap headers) {
    ALL.forEach(headers::set);
  }
}
