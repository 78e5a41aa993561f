package io.weir.control.session;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** What somebody reads who could not be logged in. */
final class LoginPage {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Weir</title>
          <link rel="stylesheet" href="/ui/plain.css" />
        </head>
        <body>
          <main><h1>%s</h1><p>%s</p><p><a href="/ui/">Log in with a key</a></p></main>
        </body>
      </html>
      """;

  private LoginPage() {}

  /**
   * Answers with a page.
   *
   * @param text without anything that somebody else wrote
   */
  static void send(RoutingContext request, int status, String title, String text) {
    request
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(PAGE.formatted(title, text));
  }

  /** Sessions cannot be kept now. */
  static void away(RoutingContext request) {
    send(
        request,
        503,
        "Nobody can log in now",
        "The ledger's database does not answer. Try again in a moment.");
  }
}
