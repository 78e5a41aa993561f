package io.weir.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers OPTIONS with what a path really has, and lets what the server itself serves, its health,
 * metrics and description, only be read.
 */
@ApplicationScoped
class Methods {
  private static final int AFTER_GUARD = 890;
  private static final List<String> SERVED = List.of("/openapi", "/q");
  private static final String READ = "GET, HEAD, OPTIONS";
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private final AllowedMethods methods;

  Methods(AllowedMethods methods) {
    this.methods = methods;
  }

  void register(@Observes Filters filters) {
    filters.register(this::filter, AFTER_GUARD);
  }

  private void filter(RoutingContext context) {
    String path = context.normalizedPath();
    boolean served = SERVED.stream().anyMatch(own -> (path + "/").startsWith(own + "/"));
    HttpMethod method = context.request().method();
    if (method.equals(HttpMethod.OPTIONS)) {
      String allowed = served ? READ : methods.of(path);
      if (!allowed.isEmpty()) {
        context.response().putHeader(HttpHeaders.ALLOW, allowed).setStatusCode(204).end();
        return;
      }
    } else if (served && !READING.contains(method)) {
      Problems.send(
          context, new ProblemException(Problems.methodNotAllowed(context), Map.of("Allow", READ)));
      return;
    }
    context.next();
  }
}
