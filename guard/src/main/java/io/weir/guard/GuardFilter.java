package io.weir.guard;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Stands before everything that a service serves, its health checks and metrics too. */
@ApplicationScoped
class GuardFilter {
  /** After the request got its name, before anything looks at its body. */
  private static final int ORDER = 950;

  private final Guard guard;
  private final Denials denials;
  private final List<String> trustedProxies;

  /**
   * A filter.
   *
   * @throws IllegalArgumentException if a setting is wrong, which ends the start
   */
  GuardFilter(
      Denials denials,
      @ConfigProperty(name = "quarkus.http.host") String host,
      @ConfigProperty(name = "quarkus.application.name") String service,
      @ConfigProperty(name = HostNames.SETTING) Optional<List<String>> names,
      @ConfigProperty(name = TrustedProxies.SETTING) Optional<List<String>> trustedProxies) {
    this.denials = denials;
    this.guard = new Guard(HostNames.of(host, service, names.orElse(List.of())));
    this.trustedProxies = trustedProxies.orElse(List.of());
  }

  void checkSettings(@Observes StartupEvent started) {
    TrustedProxies.check(trustedProxies);
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, ORDER);
  }

  private void filter(RoutingContext context) {
    BrowserHeaders.putInto(context.response().headers());
    guard
        .deny(head(context.request()))
        .ifPresentOrElse(denial -> refuse(context, denial), context::next);
  }

  /** What is refused is not read, so nothing else can come on a connection of HTTP/1. */
  private void refuse(RoutingContext context, Denial denial) {
    if (hasBody(context.request()) && context.request().version() != HttpVersion.HTTP_2) {
      context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
      context.response().endHandler(ended -> context.request().connection().close());
    }
    denials.answer(context, denial);
  }

  private static RequestHead head(HttpServerRequest request) {
    var headers = request.headers();
    return new RequestHead(
        request.method().name(),
        request.version() != HttpVersion.HTTP_1_0,
        hosts(request),
        headers.getAll(HttpHeaders.ORIGIN),
        headers.getAll("Sec-Fetch-Site"),
        hasBody(request),
        headers.getAll(HttpHeaders.CONTENT_TYPE));
  }

  /** Where X-Forwarded-* is read, the server puts a port without a name in place of no host. */
  private static List<String> hosts(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      HostAndPort authority = request.authority();
      return authority == null ? List.of() : List.of(authority.toString());
    }
    return request.headers().getAll(HttpHeaders.HOST).stream()
        .filter(host -> !host.isEmpty() && !host.startsWith(":"))
        .toList();
  }

  /** HTTP/2 need not say so beforehand; whoever reads such a body looks at its type, too. */
  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || length != null && !length.strip().equals("0");
  }
}
