package io.weir.rest;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name every request has in logs, events and answers: the trace id of {@code traceparent} (W3C
 * Trace Context), else {@code X-Request-Id}, else a new one. Answered as {@code X-Request-Id}.
 */
@ApplicationScoped
public class Correlation {
  /** The header a caller may name the request with, and every answer has. */
  public static final String HEADER = "X-Request-Id";

  private static final String KEY = "weir.correlation";
  private static final int FIRST = 1000;
  private static final Pattern TRACEPARENT =
      Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
  private static final Pattern REQUEST_ID = Pattern.compile("[!-~]{1,128}");

  void register(@Observes Filters filters) {
    filters.register(
        context -> {
          context.response().putHeader(HEADER, of(context));
          context.next();
        },
        FIRST);
  }

  /** The request's name. */
  public static String of(RoutingContext context) {
    String known = context.get(KEY);
    if (known != null) {
      return known;
    }
    var headers = context.request().headers();
    String chosen = choose(headers.get("traceparent"), headers.get(HEADER));
    context.put(KEY, chosen);
    return chosen;
  }

  static String choose(@Nullable String traceparent, @Nullable String requestId) {
    if (traceparent != null) {
      Matcher matcher = TRACEPARENT.matcher(traceparent);
      if (matcher.matches() && !matcher.group(1).matches("0+")) {
        return matcher.group(1);
      }
    }
    if (requestId != null && REQUEST_ID.matcher(requestId).matches()) {
      return requestId;
    }
    return UUID.randomUUID().toString();
  }
}
