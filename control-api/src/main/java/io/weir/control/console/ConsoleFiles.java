package io.weir.control.console;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The web console below {@code /ui/}: files whose names have a hash in them are kept by browsers
 * for ever, all others are asked for again, and every path that is no file is a page of the
 * console. What was compressed when the console was built is sent so to whoever takes it.
 */
@ApplicationScoped
class ConsoleFiles {
  private static final String ROOT = "/ui/";
  private static final String FOLDER = "META-INF/console/";
  private static final String PAGE = "index.html";
  private static final String HASHED = "assets/";
  private static final Pattern FILE = Pattern.compile("(?:assets/)?[A-Za-z0-9_-][A-Za-z0-9_.-]*");

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "woff2", "font/woff2");

  /** Of a coding that browsers name (RFC 9110, 12.5.3) the end of the file's name, best first. */
  private enum Coding {
    BR("br", ".br"),
    GZIP("gzip", ".gz"),
    IDENTITY("", "");

    private final String word;
    private final String suffix;
    private final Pattern accepted;

    Coding(String word, String suffix) {
      this.word = word;
      this.suffix = suffix;
      this.accepted =
          Pattern.compile(
              "(?:^|,)\\s*" + word + "\\s*(?:;\\s*q=(?!0(?:\\.0*)?\\s*(?:,|$))[0-9.]+\\s*)?(?:,|$)",
              Pattern.CASE_INSENSITIVE);
    }

    boolean isTakenBy(String accept) {
      return this == IDENTITY || accepted.matcher(accept).find();
    }
  }

  private final Vertx vertx;
  private final Map<String, Buffer> read = new ConcurrentHashMap<>();

  ConsoleFiles(Vertx vertx) {
    this.vertx = vertx;
  }

  void register(@Observes Router router) {
    read(router, "/").handler(ConsoleFiles::enter);
    read(router, "/ui").handler(ConsoleFiles::enter);
    read(router, ROOT + "*").handler(this::answer);
  }

  private static Route read(Router router, String path) {
    return router.route(path).method(HttpMethod.GET).method(HttpMethod.HEAD);
  }

  private static void enter(RoutingContext request) {
    // a path without a slash at its end is that with one, to the router
    if (request.request().path().equals(ROOT)) {
      request.next();
      return;
    }
    request.response().setStatusCode(302).putHeader(HttpHeaders.LOCATION, ROOT).end();
  }

  private void answer(RoutingContext request) {
    String path = request.normalizedPath().substring(ROOT.length());
    boolean file = path.contains(".") && FILE.matcher(path).matches();
    String name = file ? path : PAGE;
    String accept = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
    vertx
        .executeBlocking(() -> found(name, accept == null ? "" : accept), false)
        .onSuccess(
            found ->
                found.ifPresentOrElse(body -> send(request, name, body), () -> nothing(request)))
        .onFailure(request::fail);
  }

  private record Body(Coding coding, Buffer bytes) {}

  private Optional<Body> found(String name, String accept) {
    for (Coding coding : Coding.values()) {
      if (coding.isTakenBy(accept)) {
        Optional<Buffer> bytes = bytes(name + coding.suffix);
        if (bytes.isPresent()) {
          return Optional.of(new Body(coding, bytes.get()));
        }
      }
    }
    return Optional.empty();
  }

  /** Names that are not there are not remembered: anybody can make up any number of them. */
  private Optional<Buffer> bytes(String name) {
    Buffer known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    try (InputStream in = ConsoleFiles.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      Buffer bytes = Buffer.buffer(in.readAllBytes());
      read.put(name, bytes);
      return Optional.of(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(RoutingContext request, String name, Body body) {
    HttpServerResponse response = request.response();
    response.putHeader(HttpHeaders.VARY, "Accept-Encoding");
    response.putHeader(
        HttpHeaders.CONTENT_TYPE,
        TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream"));
    if (name.startsWith(HASHED)) {
      response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
    }
    // said in any case, so that nobody compresses it again
    response.putHeader(
        HttpHeaders.CONTENT_ENCODING,
        body.coding == Coding.IDENTITY ? "identity" : body.coding.word);
    response.end(body.bytes);
  }

  private static void nothing(RoutingContext request) {
    request
        .response()
        .setStatusCode(404)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/plain; charset=utf-8")
        .end(
            "There is no such file of the console. If it was built without one, use the REST"
                + " API.\n");
  }
}
